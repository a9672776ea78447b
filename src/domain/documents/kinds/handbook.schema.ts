import * as z from 'zod';
import { baseShape, fields, flag, list, printed } from '../document-model.schema.js';

/** One line of the set: a block, or an indicator with its rule. */
export const rulePart = fields(
  {
    number: printed('序号'),
    level: z.number().describe('级别，一级为 1'),
    isLeaf: flag('末级指标'),
    label: printed('名称'),
    fullPoints: printed('分值'),
    criterion: printed('考核要点、评分标准的原文'),
    rule: printed('计分规则'),
    materials: printed('需提交的材料'),
    lead: printed('牵头单位'),
    co: printed('配合单位'),
    clause: printed('条款'),
    note: printed('说明'),
    mark: printed('示例、待核，或空'),
    sourceText: printed('出处'),
  },
  '一个指标',
);

/** 考核细则手册. */
export const handbookSchema = fields(
  {
    ...baseShape,
    roots: list(
      fields(
        {
          number: printed('序号'),
          label: printed('名称'),
          fullPoints: printed('分值'),
          rules: list(rulePart, '其下的各级指标，上级在前'),
        },
        '一个一级指标',
      ),
      '一级指标',
    ),
    metrics: list(
      fields(
        {
          label: printed('名称'),
          unit: printed('单位'),
          definition: printed('含义'),
          supplier: printed('由谁填报'),
          evidence: printed('佐证材料'),
          bounds: printed('取值范围'),
        },
        '一项填报数据',
      ),
      '填报数据',
    ),
    events: list(
      fields(
        {
          label: printed('事项'),
          effect: printed('加分、扣分、一票否决'),
          amount: printed('分值或后果'),
          note: printed('说明'),
          mark: printed('示例、待核，或空'),
        },
        '一类事项',
      ),
      '加分、扣分、否决',
    ),
    grades: list(
      fields({ label: printed('等级'), condition: printed('条件') }, '一个等级'),
      '等级',
    ),
    consequences: list(
      fields({ text: printed('后果'), label: printed('名称') }, '一条结果运用'),
      '结果运用',
    ),
    parameters: list(
      fields(
        {
          label: printed('名称'),
          value: printed('数值，带单位'),
          mark: printed('示例、待核，或空'),
          sourceText: printed('出处'),
        },
        '一个参数',
      ),
      '参数',
    ),
    method: list(z.string(), '计分与排名方法'),
    references: list(
      fields(
        { title: printed('文件名'), document: printed('文号'), note: printed('说明') },
        '一份参考',
      ),
      '参考的文件',
    ),
  },
  '考核细则手册',
);

export type Handbook = z.infer<typeof handbookSchema>;
export type RulePart = z.infer<typeof rulePart>;

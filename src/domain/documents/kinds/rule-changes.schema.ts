import type * as z from 'zod';
import { baseShape, fields, flag, list, printed } from '../document-model.schema.js';

const standing = (meaning: string) =>
  fields({ score: printed('总分'), rank: printed('名次'), grade: printed('等级') }, meaning);

/** 规则变更对照表. */
export const ruleChangesSchema = fields(
  {
    ...baseShape,
    beforeTitle: printed('变更前的体系；没有指定时为空'),
    changes: list(
      fields(
        {
          item: printed('事项'),
          before: printed('变更前'),
          after: printed('变更后'),
          reason: printed('理由'),
          document: printed('依据'),
        },
        '一条变更',
      ),
      '条文变更',
    ),
    hasEffect: flag('有得分影响可印'),
    effects: list(
      fields(
        {
          id: printed('代号'),
          name: printed('被考核单位'),
          before: standing('变更前'),
          after: standing('变更后'),
          change: printed('总分变化'),
          isMoved: flag('名次或等级变了'),
        },
        '一个单位',
      ),
      '同样的数据，变更前后的结果',
    ),
    amendments: list(
      fields(
        {
          document: printed('文件'),
          noticeDate: printed('发布日期'),
          from: printed('施行日期'),
          summary: printed('内容'),
        },
        '一次修订',
      ),
      '历次修订',
    ),
  },
  '规则变更对照表',
);

export type RuleChanges = z.infer<typeof ruleChangesSchema>;

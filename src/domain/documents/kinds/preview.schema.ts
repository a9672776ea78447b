import * as z from 'zod';
import { baseShape, fields, flag, list, printed } from '../document-model.schema.js';
import { derivedIndicatorPart } from './derivation.schema.js';

const subtotal = (meaning: string) =>
  fields(
    {
      points: printed('得分；没有时为空'),
      fullPoints: printed('对应的分值'),
      indicators: z.number().describe('指标个数'),
    },
    meaning,
  );

/** 预览. */
export const previewSchema = fields(
  {
    ...baseShape,
    computed: subtotal('由填报数据算出'),
    self: subtotal('自评，尚未核定'),
    pending: subtotal('待定'),
    missing: subtotal('缺报'),
    score: printed('总分；有待定或缺报时为空'),
    bonus: printed('加分'),
    penalty: printed('扣分'),
    lines: list(
      fields(
        {
          number: printed('序号'),
          level: z.number().describe('级别'),
          isLeaf: flag('末级指标'),
          label: printed('名称'),
          fullPoints: printed('分值'),
          points: printed('得分'),
          selfPoints: printed('自评'),
          statusText: printed('待定及其原因、缺报、不适用，或空'),
        },
        '一个指标',
      ),
      '各指标',
    ),
    derivation: list(derivedIndicatorPart, '推导'),
  },
  '预览',
);

export type PreviewDocument = z.infer<typeof previewSchema>;

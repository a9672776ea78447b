import * as z from 'zod';
import { textSchema } from '../../indicators/scalars.schema.js';

/** 一条规则变更: what an item said before and says now. */
export const ruleChangeRecord = z.strictObject({
  item: textSchema.describe('变更的事项'),
  before: textSchema.describe('变更前'),
  after: textSchema.describe('变更后'),
  reason: textSchema.describe('变更理由'),
  document: textSchema.optional().describe('依据'),
});

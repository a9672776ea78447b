import * as z from 'zod';

/** template.yaml: what a template is. */
export const templateManifestSchema = z.strictObject({
  label: z.string().min(1).meta({ description: '公文的名称，如 考核结果通报' }),
  model: z.string().min(1).meta({ description: '用哪一类公文的数据，如 result-notice' }),
  form: z
    .enum(['official', 'letter', 'sheet', 'plain'])
    .meta({ description: '版式：official 公文，letter 信函，sheet 横表，plain 普通文书' }),
});

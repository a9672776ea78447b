import * as z from 'zod';
import { previewBody } from './preview.schema.js';
import { validateBody } from './sets.schema.js';

/** A schema as OpenAPI 3.1 writes it. */
function described(schema: z.ZodType): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(z.toJSONSchema(schema, { io: 'input' })).filter(
      ([key]) => key !== '$schema' && key !== 'id',
    ),
  );
}

const year = {
  type: 'object',
  description: '一年的数据：键与 YAML 数据文件相同，见数据格式说明',
};

const files = {
  'multipart/form-data': {
    schema: {
      type: 'object',
      description: '数据文件：.yaml、.yml、.csv、.json，可多个，栏目名任意',
      additionalProperties: { type: 'string', format: 'binary' },
    },
  },
};

/** What each operation is sent; by operation, since an upload is no schema of ours. */
export function requestBodies(): Readonly<Record<string, unknown>> {
  const json = (schema: unknown) => ({ 'application/json': { schema } });
  return {
    previewRegion: { required: true, content: { ...json(described(previewBody)), ...files } },
    fillForm: { required: true, content: json(described(previewBody)) },
    readFigures: { required: true, content: files },
    validateSet: { required: true, content: json(described(validateBody)) },
    scoreYear: { required: true, content: { ...json(year), ...files } },
    printDocument: { required: true, content: { ...json(year), ...files } },
  };
}

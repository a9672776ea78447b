import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { validateSet } from '../../app/validate-set.js';
import type { HttpContext } from '../context.js';
import { ProblemError, refuse } from '../problem.js';
import { parseSent, sentJson } from '../request-body.js';
import { problemSchema } from '../schemas/problem.schema.js';
import { validateBody, validatedSchema } from '../schemas/sets.schema.js';
import { tellFaults, tellRefusal } from '../tell-refusal.js';

/** Checks a set that is still being written. */
export function validateRoutes(app: FastifyInstance, context: HttpContext): void {
  const { gates, limits, ports, uploads } = context;
  app.withTypeProvider<ZodTypeProvider>().post(
    '/validate',
    {
      bodyLimit: limits.setBytes,
      schema: {
        operationId: 'validateSet',
        summary: '校验一个指标体系：一次列出全部错误',
        description: '正文为 JSON，其中 set、regions 是两个 YAML 文件的内容。',
        tags: ['指标体系'],
        response: { 200: validatedSchema, 413: problemSchema, 503: problemSchema },
      },
    },
    async (request) => {
      const { set, regions } = parseSent(validateBody, sentJson(request));
      const files = [
        { name: 'set.yaml', content: Buffer.from(set) },
        ...(regions === undefined ? [] : [{ name: 'regions.yaml', content: Buffer.from(regions) }]),
      ];
      const passed = await gates.scores.pass(() =>
        validateSet({ ...ports, sets: uploads.set(files) }, 'set.yaml'),
      );
      if (passed === undefined) return refuse('busy');
      const { value: validated } = passed;
      if (validated.ok) {
        const { set: sound, digest, warnings } = validated.value;
        const { id, version } = sound;
        return { valid: true, id, version, digest, faults: [], warnings: tellFaults(warnings) };
      }
      if (validated.error.kind !== 'faults') {
        throw new ProblemError(tellRefusal(validated.error, 'data'));
      }
      const faults = tellFaults(validated.error.faults);
      return { valid: false, id: null, version: null, digest: null, faults, warnings: [] };
    },
  );
}

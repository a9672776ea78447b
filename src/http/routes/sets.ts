import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { describeSet, previewKit } from '../../app/describe-set.js';
import { listSets } from '../../app/list-sets.js';
import type { HttpContext } from '../context.js';
import { ProblemError } from '../problem.js';
import { problemSchema } from '../schemas/problem.schema.js';
import { kitSchema, setListSchema, setParams, setSchema } from '../schemas/sets.schema.js';
import { tellRefusal } from '../tell-refusal.js';

/** The known sets: which there are, what one says, and what a page needs to preview by it. */
export function setRoutes(app: FastifyInstance, { shelf }: HttpContext): void {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  const tags = ['指标体系'];
  typed.get(
    '/sets',
    {
      schema: {
        operationId: 'listSets',
        summary: '列出指标体系',
        tags,
        response: { 200: setListSchema },
      },
    },
    async () => ({ sets: await listSets(shelf) }),
  );
  typed.get(
    '/sets/:id',
    {
      schema: {
        operationId: 'describeSet',
        summary: '说明一个体系：填报数据、指标、规则、被考核地区',
        tags,
        params: setParams,
        response: { 200: setSchema, 404: problemSchema },
      },
    },
    async (request) => {
      const described = await describeSet(shelf, request.params.id);
      if (!described.ok) throw new ProblemError(tellRefusal(described.error, 'set'));
      return described.value;
    },
  );
  typed.get(
    '/sets/:id/plan',
    {
      schema: {
        operationId: 'previewKit',
        summary: '取预览所需的全部规则（网页自己计算时用）',
        tags,
        params: setParams,
        response: { 200: kitSchema, 404: problemSchema },
      },
    },
    async (request) => {
      const kit = await previewKit(shelf, request.params.id);
      if (!kit.ok) throw new ProblemError(tellRefusal(kit.error, 'set'));
      return kit.value;
    },
  );
}

import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { fillForm } from '../../app/fill-form.js';
import type { WorkbookPorts } from '../../app/ports.js';
import type { HttpContext } from '../context.js';
import { openSet } from '../open-set.js';
import { ProblemError, refuse } from '../problem.js';
import { parseSent, sentJson } from '../request-body.js';
import { previewBody } from '../schemas/preview.schema.js';
import { problemSchema } from '../schemas/problem.schema.js';
import { regionParams } from '../schemas/sets.schema.js';
import { workbookSchema } from '../schemas/year.schema.js';
import { tellRefusal } from '../tell-refusal.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A region's form with what it has stated. */
export function workbookRoutes(
  app: FastifyInstance,
  context: HttpContext,
  loadWorkbooks: WorkbookPorts['loadWorkbooks'],
): void {
  const { shelf, limits, gates } = context;
  app.withTypeProvider<ZodTypeProvider>().post(
    '/sets/:id/workbooks/:region',
    {
      bodyLimit: limits.previewBytes,
      schema: {
        operationId: 'fillForm',
        summary: '取一个地区的填报表（.xlsx），已填的写在里面',
        description: '正文同预览的 JSON；没有填的留空。只有填报表向该地区要的数据。不保存。',
        tags: ['预览'],
        params: regionParams,
        response: {
          200: workbookSchema,
          404: problemSchema,
          413: problemSchema,
          422: problemSchema,
          503: problemSchema,
        },
      },
    },
    async (request, reply) => {
      const { id, region } = request.params;
      await openSet(context, id);
      const input = parseSent(previewBody, sentJson(request));
      const filled = await gates.scores.pass(() =>
        fillForm(shelf, loadWorkbooks, { set: id, region }, input),
      );
      if (filled === undefined) return refuse('busy');
      if (!filled.value.ok) throw new ProblemError(tellRefusal(filled.value.error, 'data'));
      const { name, content } = filled.value.value;
      return reply
        .type(XLSX)
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
        .send(Buffer.from(content));
    },
  );
}

import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { resultJson } from '../../app/result-json.js';
import { scoreResultSchema } from '../../app/result.schema.js';
import { findingMessage } from '../../messages/index.js';
import type { HttpContext } from '../context.js';
import { refuse } from '../problem.js';
import { problemSchema } from '../schemas/problem.schema.js';
import { setParams } from '../schemas/sets.schema.js';
import { yearQuery } from '../schemas/year.schema.js';
import { receiveYear, scoreReceived } from '../score-upload.js';

/** A whole year's upload: the result that the command line gives. */
export function scoreRoutes(app: FastifyInstance, context: HttpContext): void {
  const { gates, limits } = context;
  app.withTypeProvider<ZodTypeProvider>().post(
    '/sets/:id/score',
    {
      bodyLimit: limits.yearBytes,
      schema: {
        operationId: 'scoreYear',
        summary: '一年的数据计分、排名',
        description:
          '正文为一年的数据：JSON（与 YAML 数据文件的写法相同），或数据文件（multipart/form-data）。结果与 kaoheng score --format json 相同。',
        tags: ['计分'],
        params: setParams,
        querystring: yearQuery,
        response: {
          200: scoreResultSchema,
          404: problemSchema,
          413: problemSchema,
          422: problemSchema,
          503: problemSchema,
        },
      },
    },
    async (request) => {
      const year = await receiveYear(context, request, request.params.id);
      const { period } = request.query;
      const scored = await gates.scores.pass(() => scoreReceived(context, year, period));
      return scored === undefined ? refuse('busy') : resultJson(scored.value, findingMessage);
    },
  );
}

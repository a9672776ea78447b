import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { locateJson } from '../../app/locate-json.js';
import { previewFiles, previewTyped } from '../../app/preview-region.js';
import type { HttpContext } from '../context.js';
import { isPreviewBody } from '../is-preview-body.js';
import { openSet } from '../open-set.js';
import { previewText } from '../preview-text.js';
import { ProblemError } from '../problem.js';
import { BODY, parseSent, sentJson } from '../request-body.js';
import { previewBody, previewQuery, previewSchema } from '../schemas/preview.schema.js';
import { problemSchema } from '../schemas/problem.schema.js';
import { regionParams } from '../schemas/sets.schema.js';
import { tellRefusal } from '../tell-refusal.js';
import { uploadedFiles } from '../uploaded-files.js';

/** The preview of one region, from its own figures alone. */
export function previewRoutes(app: FastifyInstance, context: HttpContext): void {
  const { limits, uploads } = context;
  app.withTypeProvider<ZodTypeProvider>().post(
    '/sets/:id/preview/:region',
    {
      bodyLimit: limits.previewBytes,
      schema: {
        operationId: 'previewRegion',
        summary: '预览一个地区：核对、得分、推导',
        description:
          '正文为本地区的数据和自评（JSON），或本地区的数据文件（multipart/form-data）。文件里其他地区的数据不读。结果只由本地区的数据得出：要与其他地区比较的、要由部门评分的，一律待定；不排名次，不定等级。',
        tags: ['预览'],
        params: regionParams,
        querystring: previewQuery,
        response: {
          200: previewSchema,
          404: problemSchema,
          413: problemSchema,
          422: problemSchema,
        },
      },
    },
    async (request, reply) => {
      const { id, region } = request.params;
      const set = await openSet(context, id);
      const wanted = { region, explain: explainOf(request.query.derivation) };
      let preview;
      if (request.isMultipart()) {
        const files = await uploadedFiles(request, {
          yearBytes: limits.previewBytes * FILE_TO_FIGURES,
          files: limits.files,
        });
        const names = files.map((file) => file.name);
        const library = uploads.data(files);
        preview = await previewFiles(set, wanted, { library, names }, request.query.period);
      } else {
        const sent = sentJson(request);
        const input = isPreviewBody(sent.value) ? sent.value : parseSent(previewBody, sent);
        const { text } = sent;
        const typed = { input, length: text.length, file: BODY, locate: locateJson(text, BODY) };
        preview = previewTyped(set, wanted, typed);
      }
      if (!preview.ok) throw new ProblemError(tellRefusal(preview.error, 'data'));
      return sendText(reply, previewText(preview.value));
    },
  );
}

/** Sends what is JSON already. */
function sendText(reply: FastifyReply, text: Buffer): FastifyReply {
  return reply.type('application/json; charset=utf-8').send(text);
}

/** A workbook of the same figures is larger than they are. */
const FILE_TO_FIGURES = 8;

function explainOf(derivation: string | undefined): 'all' | readonly string[] {
  if (derivation === undefined || derivation === 'all') return 'all';
  return derivation === 'none' ? [] : derivation.split(',').map((id) => id.trim());
}

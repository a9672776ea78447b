import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { printFrom, type DocumentOutcome } from '../../app/print-documents.js';
import { NO_RECORDS } from '../../app/load-records.js';
import { findingMessage } from '../../messages/index.js';
import type { HttpContext } from '../context.js';
import { ProblemError, refuse } from '../problem.js';
import { problemSchema } from '../schemas/problem.schema.js';
import { documentQuery, pdfSchema, templateParams } from '../schemas/year.schema.js';
import { receiveYear, scoreReceived, type ReceivedYear } from '../score-upload.js';
import { tellRefusal } from '../tell-refusal.js';

const LEVEL_WORDS = { error: '错误', warning: '提醒', note: '说明' } as const;
const CHUNK = 64 * 1024;

interface Wanted {
  readonly template: string;
  readonly period: string | undefined;
  readonly region: string | undefined;
}

/** A document of an uploaded year as PDF. */
export function documentRoutes(app: FastifyInstance, context: HttpContext): void {
  const { gates, limits } = context;
  app.withTypeProvider<ZodTypeProvider>().post(
    '/sets/:id/documents/:template',
    {
      bodyLimit: limits.yearBytes,
      schema: {
        operationId: 'printDocument',
        summary: '打印一份公文（PDF）',
        description: '正文同计分：一年的数据。要每个地区一份时，逐个地区请求。',
        tags: ['计分'],
        params: templateParams,
        querystring: documentQuery,
        response: {
          200: pdfSchema,
          404: problemSchema,
          413: problemSchema,
          422: problemSchema,
          503: problemSchema,
        },
      },
    },
    async (request, reply) => {
      const { id, template } = request.params;
      const { period, region } = request.query;
      const year = await receiveYear(context, request, id);
      const printed = await gates.prints.pass(() =>
        print(context, year, { template, period, region }),
      );
      if (printed === undefined) return refuse('busy');
      const name = region === undefined ? template : `${template}-${printed.value.region ?? ''}`;
      return reply
        .type('application/pdf')
        .header('content-disposition', `inline; filename="${name}.pdf"`)
        .header('content-length', printed.value.pdf.length)
        .send(Readable.from(chunksOf(printed.value.pdf)));
    },
  );
}

async function print(
  context: HttpContext,
  year: ReceivedYear,
  { template, period, region }: Wanted,
): Promise<{ readonly pdf: Uint8Array; readonly region: string | undefined }> {
  const scored = await scoreReceived(context, year, period);
  const { set, run, data } = scored;
  const findings = scored.findings.map((finding) => ({
    level: finding.level,
    levelText: LEVEL_WORDS[finding.level],
    message: findingMessage(finding),
    region: finding.region ?? '',
    regionName: finding.facts['regionName'] ?? finding.facts['region'] ?? '',
  }));
  const source = { set, run, data, findings, records: NO_RECORDS, comparison: null };
  const documents = printFrom(context.ports, source, { template, region });
  for await (const document of documents) {
    if (!document.ok) throw new ProblemError(tellRefusal(document.error, 'data'));
    return pdfOf(document.value);
  }
  return refuse('print-failed');
}

function pdfOf({ written, region }: DocumentOutcome): {
  readonly pdf: Uint8Array;
  readonly region: string | undefined;
} {
  if (written.ok) return { pdf: written.value.bytes, region: region?.id };
  throw new ProblemError(tellRefusal({ kind: 'print', fault: written.error }, 'data'));
}

/** A slow reader is not sent everything at once. */
function* chunksOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
}

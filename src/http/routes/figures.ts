import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { readFigures } from '../../app/read-figures.js';
import type { HttpContext } from '../context.js';
import { openSet } from '../open-set.js';
import { ProblemError } from '../problem.js';
import { figuresSchema } from '../schemas/figures.schema.js';
import { problemSchema } from '../schemas/problem.schema.js';
import { regionParams } from '../schemas/sets.schema.js';
import { tellFaults, tellRefusal } from '../tell-refusal.js';
import { uploadedFiles } from '../uploaded-files.js';

/** A workbook of a region's figures is larger than they are. */
const FILE_TO_FIGURES = 8;

/** Reads a region's files for a form: what they state, and what is wrong with them, at once. */
export function figuresRoutes(app: FastifyInstance, context: HttpContext): void {
  const { shelf, limits, uploads } = context;
  app.withTypeProvider<ZodTypeProvider>().post(
    '/sets/:id/figures/:region',
    {
      bodyLimit: limits.previewBytes,
      schema: {
        operationId: 'readFigures',
        summary: '读入一个地区的数据文件，供网页填表',
        description:
          '正文为本地区的数据文件（multipart/form-data）。有错也答复读到的内容，错误逐处列出；文件里其他地区的数据不读，也不保存。',
        tags: ['预览'],
        params: regionParams,
        response: {
          200: figuresSchema,
          404: problemSchema,
          413: problemSchema,
          422: problemSchema,
        },
      },
    },
    async (request) => {
      const { id, region } = request.params;
      await openSet(context, id);
      const files = await uploadedFiles(request, {
        yearBytes: limits.previewBytes * FILE_TO_FIGURES,
        files: limits.files,
      });
      const names = files.map((file) => file.name);
      const read = await readFigures(
        shelf,
        { set: id, region },
        { library: uploads.data(files), names },
      );
      if (!read.ok) throw new ProblemError(tellRefusal(read.error, 'data'));
      const { input, figures, faults } = read.value;
      const told = tellFaults(faults.map(({ fault }) => fault));
      return {
        period: String(input.period),
        input,
        figures,
        faults: told.map((fault, index) => {
          const path = faults[index]?.path;
          return path === undefined ? fault : { ...fault, field: path.map(String) };
        }),
      };
    },
  );
}

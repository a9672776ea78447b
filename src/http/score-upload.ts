import type { FastifyRequest } from 'fastify';
import { scoreLoaded, type ScoredYear } from '../app/score-set.js';
import type { HttpContext } from './context.js';
import { openSet } from './open-set.js';
import { ProblemError } from './problem.js';
import { tellRefusal } from './tell-refusal.js';
import { uploadedFiles } from './uploaded-files.js';

/** Scores the year that a request carries, by the set of its address. */
export async function scoreUpload(
  context: HttpContext,
  request: FastifyRequest,
  id: string,
  period: string | undefined,
): Promise<ScoredYear> {
  const set = await openSet(context, id);
  const files = await uploadedFiles(request, context.limits);
  const ports = { ...context.ports, data: context.uploads.data(files) };
  const paths = files.map((file) => file.name);
  const scored = await scoreLoaded(ports, set, { paths, period });
  if (!scored.ok) throw new ProblemError(tellRefusal(scored.error, 'data'));
  return scored.value;
}

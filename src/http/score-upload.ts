import type { FastifyRequest } from 'fastify';
import { scoreLoaded, type ScoredYear } from '../app/score-set.js';
import type { ShelvedSet } from '../app/set-shelf.js';
import type { UploadedFile } from '../ports/uploads.js';
import type { HttpContext } from './context.js';
import { openSet } from './open-set.js';
import { ProblemError, refuse } from './problem.js';
import { tellRefusal } from './tell-refusal.js';
import { uploadedFiles } from './uploaded-files.js';

/** A year that is here whole, and the set of its address. */
export interface ReceivedYear {
  readonly set: ShelvedSet;
  readonly files: readonly UploadedFile[];
  /** Whether whoever sent it is still there to be answered. */
  readonly isAwaited: () => boolean;
}

/**
 * Receives the year that a request carries. That may take as long as a request may take, so nobody
 * holds a place meanwhile for which others wait.
 */
export async function receiveYear(
  context: HttpContext,
  request: FastifyRequest,
  id: string,
): Promise<ReceivedYear> {
  const set = await openSet(context, id);
  const files = await uploadedFiles(request, context.limits);
  return { set, files, isAwaited: () => !request.raw.socket.destroyed };
}

/** Scores a year that was received. */
export async function scoreReceived(
  context: HttpContext,
  { set, files, isAwaited }: ReceivedYear,
  period: string | undefined,
): Promise<ScoredYear> {
  // Whoever left while this waited for a place does not want it any more.
  if (!isAwaited()) refuse('bad-upload');
  const ports = { ...context.ports, data: context.uploads.data(files) };
  const paths = files.map((file) => file.name);
  const scored = await scoreLoaded(ports, set, { paths, period });
  if (!scored.ok) throw new ProblemError(tellRefusal(scored.error, 'data'));
  return scored.value;
}

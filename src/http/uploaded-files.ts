import type { FastifyRequest } from 'fastify';
import type { UploadedFile } from '../ports/uploads.js';
import type { Limits } from './limits.js';
import { refuse } from './problem.js';
import { BODY, sentJson } from './request-body.js';

const LONGEST_NAME = 100;

/**
 * The files of an upload, or a JSON body as one file. They are held in memory, within the limit of
 * all of them together, and never written.
 */
export async function uploadedFiles(
  request: FastifyRequest,
  limits: Pick<Limits, 'yearBytes' | 'files'>,
): Promise<readonly UploadedFile[]> {
  if (!request.isMultipart()) {
    return [{ name: `${BODY}.json`, content: Buffer.from(sentJson(request).text) }];
  }
  // Whoever left while this waited for the set is never heard of again: the reader of
  // uploads waits for the end of a request, and this one's end was before it began to listen.
  if (request.raw.destroyed) refuse('bad-upload');
  const files: UploadedFile[] = [];
  let bytes = 0;
  for await (const part of request.parts()) {
    if (part.type !== 'file') continue;
    const chunks: Buffer[] = [];
    for await (const chunk of part.file as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > limits.yearBytes) refuse('too-large');
      chunks.push(chunk);
    }
    if (part.file.truncated) refuse('too-large');
    files.push({ name: shownName(part.filename, files), content: Buffer.concat(chunks) });
  }
  if (files.length === 0) refuse('data-empty');
  return files;
}

/** A name that can be shown, and that no other file of the upload has. */
function shownName(sent: string | undefined, files: readonly UploadedFile[]): string {
  const base = (sent ?? '').split(/[\\/]/).at(-1) ?? '';
  const clean = base.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '').slice(-LONGEST_NAME) || '未命名';
  const isTaken = files.some((file) => file.name === clean);
  return isTaken ? `${String(files.length + 1)}-${clean}` : clean;
}

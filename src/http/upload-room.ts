import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Limits } from './limits.js';
import { problemOf, refuse, sendProblem } from './problem.js';

/** An upload from its first byte until it is answered. */
interface Upload {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** What it says that it has, or may have at most. */
  readonly bytes: number;
}

/**
 * Bounds what all uploads together hold in memory. An upload takes a place at a gate only once it is
 * here whole, so any number of slow ones may be on their way; where there is no room for one more,
 * the largest that is still on its way makes room, the oldest of equals. So whoever sends slowly, or
 * says more than he sends, gives way, and a small honest upload never does to a large one.
 */
export function boundUploads(
  app: FastifyInstance,
  {
    uploadBytes,
    yearBytes,
    previewBytes,
  }: Pick<Limits, 'uploadBytes' | 'yearBytes' | 'previewBytes'>,
): void {
  const uploads = new Set<Upload>();
  let taken = 0;
  const leave = (upload: Upload): void => {
    if (uploads.delete(upload)) taken -= upload.bytes;
  };
  const makeRoom = (bytes: number): void => {
    while (taken + bytes > uploadBytes) {
      const largest = largestOnTheWay(uploads);
      if (largest === undefined) return refuse('busy');
      leave(largest);
      turnAway(largest);
    }
  };
  const enter = (request: FastifyRequest, reply: FastifyReply): void => {
    const stated = Number(request.headers['content-length'] ?? NaN);
    const upload = { request, reply, bytes: Math.min(yearBytes, stated >= 0 ? stated : yearBytes) };
    makeRoom(upload.bytes);
    uploads.add(upload);
    taken += upload.bytes;
    reply.raw.once('close', () => {
      leave(upload);
    });
  };
  app.addHook('onRoute', (route) => {
    if (route.method !== 'POST') return;
    const isLarge = (route.bodyLimit ?? 0) > previewBytes;
    const others = [route.onRequest ?? []].flat();
    route.onRequest = [
      ...others,
      (request, reply, done) => {
        // A region's figures as JSON are small, and there are no more of them than connections.
        if (isLarge || isFiles(request)) enter(request, reply);
        done();
      },
    ];
  });
}

/** Whether files come: whoever reads uploads knows it only later. */
function isFiles({ headers }: FastifyRequest): boolean {
  return headers['content-type']?.startsWith('multipart/') === true;
}

function largestOnTheWay(uploads: Iterable<Upload>): Upload | undefined {
  let largest: Upload | undefined;
  for (const upload of uploads) {
    if (upload.request.raw.complete) continue;
    if (largest === undefined || upload.bytes > largest.bytes) largest = upload;
  }
  return largest;
}

/** Answers before the body is here; what still comes of it is not read. */
function turnAway({ request, reply }: Upload): void {
  reply.raw.once('finish', () => request.raw.destroy());
  void sendProblem(reply.header('connection', 'close'), problemOf('busy'));
}

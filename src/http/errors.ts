import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { HTTP_PROBLEMS, type HttpProblemCode } from '../messages/http-problems.js';
import { problemOf, ProblemError, sendProblem } from './problem.js';
import { addressFaults } from './request-body.js';
import type { Problem } from './schemas/problem.schema.js';

/** What Fastify and the reader of uploads say, in our codes. */
const KNOWN: Readonly<Record<string, HttpProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_REQ_FILE_TOO_LARGE: 'too-large',
  FST_FILES_LIMIT: 'too-many-files',
  FST_PARTS_LIMIT: 'too-many-files',
  FST_FIELDS_LIMIT: 'too-many-files',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'bad-json',
  FST_ERR_CTP_INVALID_JSON_BODY: 'bad-json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'bad-upload',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'unsupported-media-type',
  FST_NO_FORM_DATA: 'bad-upload',
  FST_ERR_BAD_URL: 'not-found',
  FST_ERR_MAX_PARAM_LENGTH: 'not-found',
};

/** Every error becomes a problem: an expected one by its code, a bug by a number and nothing else. */
export function answerErrors(
  app: FastifyInstance,
  onBug: (error: unknown, instance: string) => void,
): void {
  app.setErrorHandler((error: unknown, request, reply) =>
    // Whoever broke off hears nothing any more, and has found no bug.
    sendProblem(
      reply,
      request.raw.destroyed && !(error instanceof ProblemError)
        ? problemOf('bad-upload')
        : problemFor(error, onBug),
    ),
  );
  const allowed: { readonly path: RegExp; readonly method: string }[] = [];
  app.addHook('onRoute', ({ url, method }) => {
    const path = new RegExp(`^${url.replaceAll(/:[^/]+/g, '[^/]+')}$`);
    for (const one of [method].flat()) allowed.push({ path, method: one });
  });
  app.setNotFoundHandler((request, reply) => {
    const [asked = ''] = request.url.split('?');
    const methods = allowed.flatMap(({ path, method }) => (path.test(asked) ? [method] : []));
    if (methods.length === 0) return sendProblem(reply, problemOf('not-found'));
    reply.header('allow', [...new Set(methods)].join(', '));
    return sendProblem(reply, problemOf('method-not-allowed'));
  });
}

function problemFor(error: unknown, onBug: (error: unknown, instance: string) => void): Problem {
  if (error instanceof ProblemError) return error.problem;
  const { code = '', statusCode = 500, validation } = error as Partial<FastifyError>;
  if (validation !== undefined) {
    return problemOf('bad-request', { faults: addressFaults(validation) });
  }
  const known = KNOWN[code];
  if (known !== undefined) return problemOf(known);
  // A multipart body that breaks off or is malformed.
  if (
    error instanceof Error &&
    /multipart|boundary|Unexpected end|Malformed/i.test(error.message)
  ) {
    return problemOf('bad-upload');
  }
  if (statusCode >= 400 && statusCode < 500) return problemOf('bad-request');
  const instance = randomUUID();
  onBug(error, instance);
  return problemOf('internal', { instance });
}

/** An address that no route can even be looked for. */
export function answerBadAddress(
  error: FastifyError,
  _request: FastifyRequest,
  reply: FastifyReply,
): void {
  void sendProblem(reply, problemOf(KNOWN[error.code] ?? 'not-found'));
}

/** Before there is a request there is only a socket: too slow, too large a head, no HTTP at all. */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const code: HttpProblemCode =
    error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
      ? 'request-timeout'
      : error.code === 'HPE_HEADER_OVERFLOW'
        ? 'header-too-large'
        : 'bad-request';
  const body = JSON.stringify(problemOf(code));
  const { status } = HTTP_PROBLEMS[code];
  const head = [
    `HTTP/1.1 ${String(status)} Problem`,
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${String(Buffer.byteLength(body))}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

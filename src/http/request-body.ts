import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { locateJson } from '../app/locate-json.js';
import { requestFault, type RequestIssue } from '../messages/request-faults.js';
import { ProblemError, problemOf, refuse } from './problem.js';
import type { Schema } from './schemas/list.schema.js';
import type { ToldFault } from './schemas/problem.schema.js';

/** How faults call what was sent as JSON. */
export const BODY = '请求正文';
const ADDRESS = '网址';

/** A JSON body: its value, and the text in which a fault is shown. */
export interface SentJson {
  readonly text: string;
  readonly value: unknown;
}

/** Reads JSON bodies as UTF-8 and keeps their text: a fault has to be shown where it stands. */
export function acceptJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser(['application/json', 'text/plain']);
  app.addContentTypeParser<Buffer>(
    'application/json',
    { parseAs: 'buffer' },
    (request, body, done) => {
      if (!isUtf8(body)) return done(new ProblemError(problemOf('bad-json')));
      const text = body.toString('utf8');
      void parse(request, text, (error, value: unknown) => {
        const sent: SentJson = { text, value };
        done(error === null ? null : new ProblemError(problemOf('bad-json')), sent);
      });
    },
  );
}

/** What was sent as JSON; anything else is refused. */
export function sentJson(request: FastifyRequest): SentJson {
  const sent = request.body as SentJson | undefined;
  return sent ?? refuse('bad-json');
}

/** Holds what was sent against a schema. */
export function parseSent<T>(schema: Schema<T>, { text, value }: SentJson): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const locate = locateJson(text, BODY);
  const faults = parsed.error.issues.slice(0, MOST_FAULTS).map((issue): ToldFault => {
    const told = deepest(issue);
    const path = told.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
    return { ...locate(path, 'value'), ...requestFault(told) };
  });
  throw new ProblemError(problemOf('bad-request', { faults }));
}

const MOST_FAULTS = 100;

type Issue = RequestIssue & { readonly errors?: readonly (readonly RequestIssue[])[] };

/** Of a union's branches the one that went furthest tells best what is wrong. */
function deepest(issue: Issue): RequestIssue {
  if (issue.code !== 'invalid_union') return issue;
  const [best] = (issue.errors ?? [])
    .flatMap((branch) => branch.map((one) => deepest(one)))
    .filter((one) => one.path.length > 0 || one.message === 'number-long')
    .sort((one, other) => other.path.length - one.path.length);
  return best === undefined ? issue : { ...best, path: [...issue.path, ...best.path] };
}

/** The faults of an address, where zod has refused it. */
export function addressFaults(
  issues: readonly { readonly instancePath?: string; readonly keyword?: string }[],
): ToldFault[] {
  return issues.map(({ instancePath = '', keyword = '' }) => {
    const path = instancePath.split('/').filter(Boolean);
    const told = requestFault({ code: keyword, message: '', path });
    return { file: ADDRESS, line: 1, column: 1, ...told };
  });
}

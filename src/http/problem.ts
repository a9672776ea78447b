import type { FastifyReply } from 'fastify';
import { HTTP_PROBLEMS, type HttpProblemCode } from '../messages/http-problems.js';
import type { Problem } from './schemas/problem.schema.js';

/** An expected failure on its way to the client. */
export class ProblemError extends Error {
  /** Fastify's own way of finding a status. */
  readonly statusCode: number;
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.title);
    this.problem = problem;
    this.statusCode = problem.status;
  }
}

type Extra = Partial<Pick<Problem, 'detail' | 'faults' | 'instance'>>;

/** What is answered for a code. */
export function problemOf(code: HttpProblemCode, extra: Extra = {}): Problem {
  const { status, title, todo } = HTTP_PROBLEMS[code];
  return { type: `/docs#problem-${code}`, title, status, code, detail: todo, ...extra };
}

/** Throws the problem of a code: the handler ends there. */
export function refuse(code: HttpProblemCode, extra: Extra = {}): never {
  throw new ProblemError(problemOf(code, extra));
}

/** Seconds after which a client may try again. */
const RETRY_AFTER = '2';

/** Sends a problem. */
export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  if (problem.status === 503) reply.header('retry-after', RETRY_AFTER);
  return reply
    .code(problem.status)
    .type('application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(problem);
}

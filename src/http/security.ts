import type { FastifyInstance } from 'fastify';
import { refuse } from './problem.js';

/** The pages are ours alone: no script, nothing from elsewhere, no frame around them. */
const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i;

/**
 * Headers of every answer, and two refusals: a name that was made to point at this machine (DNS
 * rebinding), and a page of another site that sends here.
 *
 * @param isExposed whether the operator has opened it to a network: then any name may be ours
 */
export function guard(app: FastifyInstance, isExposed: boolean): void {
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(HEADERS);
    const { host = '', origin } = request.headers;
    if (!isExposed && !LOOPBACK.test(host)) refuse('foreign-host');
    const isReading = request.method === 'GET' || request.method === 'HEAD';
    if (!isReading && isForeign(request.headers['sec-fetch-site'], origin, host)) {
      refuse('foreign-site');
    }
    done();
  });
}

function isForeign(site: unknown, origin: string | undefined, host: string): boolean {
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  return origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`;
}

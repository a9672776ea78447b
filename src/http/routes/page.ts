import type { FastifyInstance } from 'fastify';
import type { PageFile } from '../../ports/page-files.js';

/** The page runs its own script and asks its own server; its one picture, the icon, is in it. */
const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Kept for good by the browser: the name changes with the content. */
const FOR_GOOD = 'public, max-age=31536000, immutable';

/** The preview page, from memory. Without one the root leads to the interface's description. */
export function pageRoutes(app: FastifyInstance, files: readonly PageFile[]): void {
  const hide = { schema: { hide: true } };
  for (const { path, type, content, isHashed } of files) {
    app.get(path, hide, (_request, reply) => {
      reply.type(type).header('content-security-policy', PAGE_POLICY);
      // The page itself is asked for anew, so that a new build is seen at once.
      reply.header('cache-control', isHashed ? FOR_GOOD : 'no-cache');
      return reply.send(content);
    });
  }
  if (!files.some(({ path }) => path === '/')) {
    app.get('/', hide, (_request, reply) => reply.redirect('/docs'));
  }
}

import type { FastifyInstance } from 'fastify';
import { DOCS_STYLE, docsPage } from '../docs-page.js';
import { interfaceDocument } from '../openapi.js';

/** The interface's description, for programs and for reading. */
export function docsRoutes(app: FastifyInstance): void {
  const hide = { schema: { hide: true } };
  app.get('/api/v1/openapi.json', hide, () => interfaceDocument(app));
  app.get('/docs', hide, (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(docsPage(interfaceDocument(app))),
  );
  app.get('/docs/style.css', hide, (_request, reply) =>
    reply.type('text/css; charset=utf-8').send(DOCS_STYLE),
  );
}

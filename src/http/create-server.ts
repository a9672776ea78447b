import multipart from '@fastify/multipart';
import swagger from '@fastify/swagger';
import Fastify, { type FastifyInstance } from 'fastify';
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  validatorCompiler,
} from 'fastify-type-provider-zod';
import type { WorkbookPorts } from '../app/ports.js';
import type { PageFile } from '../ports/page-files.js';
import type { HttpContext } from './context.js';
import { answerBadAddress, answerClientError, answerErrors } from './errors.js';
import { describeInterface } from './openapi.js';
import { acceptJson } from './request-body.js';
import { documentRoutes } from './routes/documents.js';
import { docsRoutes } from './routes/docs.js';
import { figuresRoutes } from './routes/figures.js';
import { healthRoutes } from './routes/health.js';
import { pageRoutes } from './routes/page.js';
import { previewRoutes } from './routes/preview.js';
import { scoreRoutes } from './routes/score.js';
import { setRoutes } from './routes/sets.js';
import { validateRoutes } from './routes/validate.js';
import { workbookRoutes } from './routes/workbooks.js';
import { guard } from './security.js';
import { boundUploads } from './upload-room.js';

/** What a server needs beside the routes' own context. */
export interface ServerOptions {
  readonly isExposed: boolean;
  /** Tells of a bug: an error that nobody expected, under the number that the client was given. */
  readonly onBug: (error: unknown, instance: string) => void;
  /** The preview page, where it was built. */
  readonly page?: readonly PageFile[];
  /** What writes forms; without it there is no route for them. */
  readonly loadWorkbooks?: WorkbookPorts['loadWorkbooks'] | undefined;
  /** Told of every route as it is added: a test tries each of them with hostile requests. */
  readonly onRoute?:
    ((route: { readonly method: string; readonly url: string }) => void) | undefined;
}

/** The server, with every route; it does not listen yet. */
export async function createServer(
  context: HttpContext,
  { isExposed, onBug, page = [], loadWorkbooks, onRoute }: ServerOptions,
): Promise<FastifyInstance> {
  const { limits } = context;
  const app = Fastify({
    logger: false,
    bodyLimit: limits.previewBytes,
    requestTimeout: limits.requestMs,
    keepAliveTimeout: limits.keepAliveMs,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    routerOptions: { maxParamLength: 200, caseSensitive: true },
    clientErrorHandler: answerClientError,
    frameworkErrors: answerBadAddress,
    http: {
      headersTimeout: limits.headersMs,
      // Node looks for slow requests only so often; by default twice a minute.
      connectionsCheckingInterval: Math.min(1000, Math.ceil(limits.headersMs / 2)),
      maxHeaderSize: 16 * 1024,
    },
  });
  if (onRoute !== undefined) {
    app.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) onRoute({ method: one, url });
    });
  }
  app.server.maxConnections = limits.connections;
  app.setValidatorCompiler(validatorCompiler);
  // What is answered is held against its schema by the compiler and by tests, not at every request.
  app.setSerializerCompiler(() => (value) => JSON.stringify(value));
  guard(app, isExposed);
  answerErrors(app, onBug);
  acceptJson(app);
  await app.register(multipart, {
    throwFileSizeLimit: true,
    limits: {
      fileSize: limits.yearBytes,
      files: limits.files,
      fields: 10,
      fieldSize: 1000,
      parts: limits.files + 10,
      headerPairs: 50,
    },
  });
  await app.register(swagger, {
    openapi: describeInterface(context.version),
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  await app.register(
    (api, _options, done) => {
      boundUploads(api, limits);
      setRoutes(api, context);
      validateRoutes(api, context);
      previewRoutes(api, context);
      figuresRoutes(api, context);
      if (loadWorkbooks !== undefined) workbookRoutes(api, context, loadWorkbooks);
      scoreRoutes(api, context);
      documentRoutes(api, context);
      done();
    },
    { prefix: '/api/v1' },
  );
  docsRoutes(app);
  pageRoutes(app, page);
  healthRoutes(app, context);
  await app.ready();
  return app;
}

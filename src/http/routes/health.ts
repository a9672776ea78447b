import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { engineVersion } from '../../app/engine-version.js';
import type { HttpContext } from '../context.js';
import { healthSchema } from '../schemas/year.schema.js';

/** Whether the server is there, and which one it is. */
export function healthRoutes(app: FastifyInstance, { version }: HttpContext): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/healthz',
    {
      schema: {
        operationId: 'health',
        summary: '运行状况',
        tags: ['其他'],
        response: { 200: healthSchema },
      },
    },
    () => ({ status: 'ok' as const, version, engine: engineVersion() }),
  );
}

import { Ajv2020 } from 'ajv/dist/2020.js';
import type { FastifyInstance } from 'fastify';
import type { OpenAPIV3_1 } from 'openapi-types';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { HTTP_PROBLEMS } from '../../src/messages/http-problems.js';
import { testServer } from './test-server.js';
import { LOCAL, OWN, PREVIEW } from './year-files.js';

let app: FastifyInstance;
let document: OpenAPIV3_1.Document;
beforeAll(async () => {
  ({ app } = await testServer());
  const answer = await app.inject({ url: '/api/v1/openapi.json', headers: LOCAL });
  document = answer.json();
});
afterAll(() => app.close());

it('describes every route in OpenAPI 3.1, in Chinese, with what is sent and answered', () => {
  expect(document.openapi).toBe('3.1.0');
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item ?? {}).map(([method, operation]) => ({
      name: `${method} ${path}`,
      operation: operation as OpenAPIV3_1.OperationObject,
    })),
  );
  expect(operations.map(({ name }) => name).sort()).toEqual([
    'get /api/v1/sets',
    'get /api/v1/sets/{id}',
    'get /api/v1/sets/{id}/plan',
    'get /healthz',
    'post /api/v1/sets/{id}/documents/{template}',
    'post /api/v1/sets/{id}/figures/{region}',
    'post /api/v1/sets/{id}/preview/{region}',
    'post /api/v1/sets/{id}/score',
    'post /api/v1/sets/{id}/workbooks/{region}',
    'post /api/v1/validate',
  ]);
  for (const { name, operation } of operations) {
    expect(operation.summary, name).toMatch(/\p{Script=Han}/u);
    expect(operation.operationId, name).toBeDefined();
    if (name.startsWith('post')) expect(operation.requestBody, name).toBeDefined();
  }
});

it('refers only to what it contains', () => {
  const text = JSON.stringify(document);
  const names = [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name);
  for (const name of names) expect(Object.keys(document.components?.schemas ?? {})).toContain(name);
});

it('gives schemas that hold for what is answered', async () => {
  const ajv = new Ajv2020({ strict: false });
  ajv.addSchema({ ...document, $id: 'https://kaoheng.test/openapi' });
  const path = '#/paths/~1api~1v1~1sets~1{id}~1preview~1{region}/post/responses/200';
  const validate = ajv.compile({
    $ref: `https://kaoheng.test/openapi${path}/content/application~1json/schema`.replace(
      /\{|\}/g,
      encodeURIComponent,
    ),
  });
  const answer = await app.inject({ method: 'POST', url: PREVIEW, headers: LOCAL, payload: OWN });
  expect(validate(answer.json()), JSON.stringify(validate.errors)).toBe(true);
});

it('is a page to read: no script, nothing from elsewhere, every problem under its address', async () => {
  const answer = await app.inject({ url: '/docs', headers: LOCAL });
  expect(answer.headers['content-type']).toContain('text/html');
  expect(answer.body).not.toMatch(/<script|<iframe|style=|\son[a-z]+=|https?:/i);
  for (const code of Object.keys(HTTP_PROBLEMS)) {
    expect(answer.body).toContain(`id="problem-${code}"`);
  }
  const policy = String(answer.headers['content-security-policy']);
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe|\*/);
  const style = await app.inject({ url: '/docs/style.css', headers: LOCAL });
  expect(style.statusCode).toBe(200);
});

import type { FastifyInstance } from 'fastify';
import type { OpenAPIV3_1 } from 'openapi-types';
import { HTTP_PROBLEMS } from '../messages/http-problems.js';
import { requestBodies } from './schemas/request-bodies.schema.js';

/** The head of the interface's description. */
export function describeInterface(version: string): Partial<OpenAPIV3_1.Document> {
  return {
    openapi: '3.1.0',
    info: {
      title: '考衡接口',
      version,
      description:
        '无账户、不保存：每次请求自带数据。数一律写成十进制文本，缺报、零、不适用分别表示。出错时返回 application/problem+json（RFC 9457），代码稳定，说明为中文。',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
  };
}

/** An operation of the description. */
export interface DescribedOperation {
  readonly method: string;
  readonly path: string;
  readonly operation: OpenAPIV3_1.OperationObject;
}

/** The whole description, with the bodies that the routes read by themselves. */
export function interfaceDocument(app: FastifyInstance): OpenAPIV3_1.Document {
  const document = structuredClone(app.swagger()) as OpenAPIV3_1.Document;
  const bodies = requestBodies();
  for (const { operation } of operationsOf(document)) {
    const body = bodies[operation.operationId ?? ''];
    if (body !== undefined) operation.requestBody = body as OpenAPIV3_1.RequestBodyObject;
    for (const [status, response] of Object.entries(operation.responses ?? {})) {
      describeResponse(operation.operationId, status, response as OpenAPIV3_1.ResponseObject);
    }
  }
  return document;
}

/** The operations in the order of their paths. */
export function operationsOf(document: OpenAPIV3_1.Document): readonly DescribedOperation[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    (['get', 'post'] as const).flatMap((method) => {
      const operation = item?.[method];
      return operation === undefined ? [] : [{ method: method.toUpperCase(), path, operation }];
    }),
  );
}

function describeResponse(
  operation: string | undefined,
  status: string,
  response: OpenAPIV3_1.ResponseObject,
): void {
  const json = response.content?.['application/json'];
  if (status === '200') {
    response.description = '成功';
    if (operation === 'printDocument') {
      response.content = { 'application/pdf': { schema: { type: 'string', format: 'binary' } } };
    }
    if (operation === 'fillForm') {
      const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
      response.content = { [xlsx]: { schema: { type: 'string', format: 'binary' } } };
    }
    return;
  }
  const titles = Object.values(HTTP_PROBLEMS).filter((one) => String(one.status) === status);
  response.description = titles.map((one) => one.title).join('；') || '问题';
  if (json !== undefined) response.content = { 'application/problem+json': json };
}

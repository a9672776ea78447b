import type { OpenAPIV3_1 } from 'openapi-types';
import { HTTP_PROBLEMS } from '../messages/http-problems.js';
import { operationsOf, type DescribedOperation } from './openapi.js';

/** Plain enough for an old machine; nothing is fetched from elsewhere. */
export const DOCS_STYLE = `
:root { color-scheme: light dark; }
body { font: 16px/1.7 system-ui, 'Noto Sans SC', 'Microsoft YaHei', sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem; }
code, pre { font-family: ui-monospace, 'Noto Sans Mono', monospace; font-size: 0.875rem; }
pre { overflow-x: auto; padding: 0.75rem; border: 1px solid #8886; max-height: 24rem; }
details { border: 1px solid #8886; margin: 0.5rem 0; padding: 0 0.75rem; }
summary { cursor: pointer; padding: 0.5rem 0; }
.method { display: inline-block; min-width: 3.5rem; font-weight: bold; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #8886; padding: 0.25rem 0.5rem; text-align: left; vertical-align: top; }
:target { outline: 2px solid #1677ff; }
`;

/** The description as one page without a script: every operation, its schemas, every problem. */
export function docsPage(document: OpenAPIV3_1.Document): string {
  const operations = operationsOf(document);
  const tags = [...new Set(operations.flatMap(({ operation }) => operation.tags ?? []))];
  const sections = tags.map(
    (tag) =>
      `<h2>${text(tag)}</h2>${operations
        .filter(({ operation }) => operation.tags?.includes(tag) === true)
        .map(operationHtml)
        .join('')}`,
  );
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${text(document.info.title)}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/docs/style.css"></head><body><h1>${text(document.info.title)} ${text(document.info.version)}</h1><p>${text(document.info.description ?? '')}</p><p><a href="/api/v1/openapi.json">OpenAPI 3.1</a></p>${sections.join('')}<h2>问题代码</h2>${problemsHtml()}<h2>数据结构</h2>${schemasHtml(document)}</body></html>`;
}

function operationHtml({ method, path, operation }: DescribedOperation): string {
  const parameters = (operation.parameters ?? []) as readonly OpenAPIV3_1.ParameterObject[];
  const body = operation.requestBody as OpenAPIV3_1.RequestBodyObject | undefined;
  const rows = parameters.map(
    ({ name, in: place, required, description }) =>
      `<tr><td><code>${text(name)}</code></td><td>${place === 'path' ? '网址中' : '查询'}</td><td>${required === true ? '必填' : '可选'}</td><td>${text(description ?? '')}</td></tr>`,
  );
  const answers = Object.entries(operation.responses ?? {}).map(([status, response]) => {
    const { description } = response as OpenAPIV3_1.ResponseObject;
    return `<tr><td>${text(status)}</td><td>${text(description)}</td></tr>`;
  });
  return `<details id="${text(operation.operationId ?? '')}"><summary><span class="method">${method}</span> <code>${text(path)}</code> ${text(operation.summary ?? '')}</summary><p>${text(operation.description ?? '')}</p>${rows.length === 0 ? '' : `<table>${rows.join('')}</table>`}${contentHtml('请求正文', body?.content)}<h4>回答</h4><table>${answers.join('')}</table>${contentHtml('成功时', (operation.responses?.['200'] as OpenAPIV3_1.ResponseObject | undefined)?.content)}</details>`;
}

function contentHtml(title: string, content: OpenAPIV3_1.ResponseObject['content']): string {
  return Object.entries(content ?? {})
    .map(
      ([type, { schema }]) =>
        `<h4>${title}：<code>${text(type)}</code></h4><pre>${text(JSON.stringify(schema, null, 2))}</pre>`,
    )
    .join('');
}

function problemsHtml(): string {
  const rows = Object.entries(HTTP_PROBLEMS).map(
    ([code, { status, title, todo }]) =>
      `<tr id="problem-${code}"><td><code>${code}</code></td><td>${String(status)}</td><td>${text(title)}</td><td>${text(todo)}</td></tr>`,
  );
  return `<table><tr><th>代码</th><th>状态</th><th>说明</th><th>怎样处理</th></tr>${rows.join('')}</table>`;
}

function schemasHtml(document: OpenAPIV3_1.Document): string {
  return Object.entries(document.components?.schemas ?? {})
    .map(
      ([name, schema]) =>
        `<details id="schema-${text(name)}"><summary><code>${text(name)}</code></summary><pre>${text(JSON.stringify(schema, null, 2))}</pre></details>`,
    )
    .join('');
}

function text(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

import { ESLint } from 'eslint';
import { join } from 'node:path';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { importRings } from '../../scripts/eslint/import-rings.mjs';

const ROOT = join(import.meta.dirname, '../..');

/** The rule alone, without type information, so that files need not exist. */
const eslint = new ESLint({
  cwd: ROOT,
  overrideConfigFile: true,
  overrideConfig: {
    files: ['**/*.ts'],
    languageOptions: { parser: tseslint.parser },
    plugins: { house: { rules: { 'import-rings': importRings } } },
    rules: { 'house/import-rings': 'error' },
  },
});

async function complaints(file: string, code: string): Promise<readonly string[]> {
  const [result] = await eslint.lintText(code, { filePath: join(ROOT, file) });
  return result?.messages.map((message) => message.message) ?? [];
}

const DOMAIN = 'src/domain/scoring/virtual.ts';

describe('the rings refuse', () => {
  const refused: readonly (readonly [why: string, file: string, code: string])[] = [
    ['the domain a framework', DOMAIN, "import fastify from 'fastify';"],
    ['the domain an adapter', DOMAIN, "import { a } from '../../adapters/yaml/a.js';"],
    ['the domain a port', DOMAIN, "import type { A } from '../../ports/a.js';"],
    ['the domain a use case', DOMAIN, "import { a } from '../../app/a.js';"],
    ['the domain the messages', DOMAIN, "import { a } from '../../messages/zh-CN.js';"],
    ['the domain the composition root', DOMAIN, "import { main } from '../../main.js';"],
    ['the domain what lies outside src', DOMAIN, "import p from '../../../package.json';"],
    ['the domain Node with its scheme', DOMAIN, "import { readFileSync } from 'node:fs';"],
    ['the domain Node without its scheme', DOMAIN, "import { join } from 'path/posix';"],
    ['the domain mathjs', 'src/domain/formula/virtual.ts', "import { parse } from 'mathjs';"],
    ['a re-export around the rule', DOMAIN, "export { a } from '../../adapters/a.js';"],
    ['a star re-export', DOMAIN, "export * from '../../adapters/a.js';"],
    ['a dynamic import', DOMAIN, "await import('../../adapters/a.js');"],
    ['a dynamic import in a template', DOMAIN, 'await import(`node:fs`);'],
    ['a computed import', DOMAIN, 'await import(name);'],
    ['a require', DOMAIN, "const fs = require('node:fs');"],
    ['an import type', DOMAIN, "type A = import('../../ports/a.js').A;"],
    ['an absolute path', DOMAIN, "import a from '/etc/a.js';"],
    ['decimal.js outside the kernel', DOMAIN, "import { Decimal } from 'decimal.js';"],
    [
      'decimal.js to an adapter',
      'src/adapters/csv/virtual.ts',
      "import { Decimal } from 'decimal.js';",
    ],
    ['zod outside a schema file', DOMAIN, "import { z } from 'zod';"],
    ['zod to an adapter', 'src/adapters/csv/virtual.ts', "import { z } from 'zod/v4';"],
    [
      'mathjs to another adapter',
      'src/adapters/csv/virtual.ts',
      "import { create } from 'mathjs/number';",
    ],
    [
      'formulas what comes after them',
      'src/domain/formula/virtual.ts',
      "import type { P } from '../plan/p.js';",
    ],
    [
      'the kernel everything else',
      'src/domain/kernel/virtual.ts',
      "import { t } from '../formula/t.js';",
    ],
    [
      'analysis its neighbour documents',
      'src/domain/analysis/virtual.ts',
      "import { d } from '../documents/d.js';",
    ],
    [
      'a domain folder without a place',
      'src/domain/helpers/virtual.ts',
      "import { d } from '../kernel/d.js';",
    ],
    ['ports a value of the domain', 'src/ports/virtual.ts', "import { a } from '../domain/a.js';"],
    ['ports a use case', 'src/ports/virtual.ts', "import type { A } from '../app/a.js';"],
    ['use cases an adapter', 'src/app/virtual.ts', "import { a } from '../adapters/csv/a.js';"],
    ['use cases the file system', 'src/app/virtual.ts', "import { readFile } from 'fs/promises';"],
    ['the command line an adapter', 'src/cli/virtual.ts', "import { a } from '../adapters/a.js';"],
    ['the command line the rules', 'src/cli/virtual.ts', "import { a } from '../domain/a.js';"],
    ['adapters a use case', 'src/adapters/csv/virtual.ts', "import { a } from '../../app/a.js';"],
    ['the browser a port', 'src/web/virtual.ts', "import type { A } from '../ports/a.js';"],
    ['the browser Node', 'src/web/virtual.ts', "import { join } from 'node:path';"],
    ['a folder that is no ring', 'src/utils/virtual.ts', "import { a } from '../domain/a.js';"],
  ];

  it.each(refused)('%s', async (_why, file, code) => {
    expect(await complaints(file, code)).toHaveLength(1);
  });
});

describe('the rings allow', () => {
  const allowed: readonly (readonly [what: string, file: string, code: string])[] = [
    ['the domain its kernel', DOMAIN, "import { decimal } from '../kernel/decimal.js';"],
    ['scoring the plan', DOMAIN, "import type { Plan } from '../plan/plan.js';"],
    ['a neighbour in the same folder', DOMAIN, "import { rank } from './rank.js';"],
    [
      'decimal.js in the kernel',
      'src/domain/kernel/virtual.ts',
      "import { Decimal } from 'decimal.js';",
    ],
    ['zod in a schema file', 'src/domain/indicators/v.schema.ts', "import { z } from 'zod';"],
    [
      'mathjs in its adapter',
      'src/adapters/mathjs/virtual.ts',
      "import { create } from 'mathjs/number';",
    ],
    ['ports a type', 'src/ports/virtual.ts', "import type { A } from '../domain/a.js';"],
    ['the command line a type', 'src/cli/virtual.ts', "import { type A } from '../domain/a.js';"],
    ['adapters Node and packages', 'src/adapters/yaml/v.ts', "import 'node:fs'; import 'yaml';"],
    ['the composition root everything', 'src/main.ts', "import { a } from './adapters/a.js';"],
    ['tests everything', 'tests/domain/virtual.test.ts', "import { a } from '../../src/app/a.js';"],
  ];

  it.each(allowed)('%s', async (_what, file, code) => {
    expect(await complaints(file, code)).toEqual([]);
  });
});

it('are switched on for every source file of the house', async () => {
  const house = new ESLint({ cwd: ROOT });
  const config = (await house.calculateConfigForFile(join(ROOT, DOMAIN))) as {
    readonly rules?: Readonly<Record<string, readonly unknown[]>>;
  };
  expect(config.rules?.['house/import-rings']).toEqual([2]);
});

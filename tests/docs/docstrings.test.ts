import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import * as decimals from '../../src/domain/kernel/decimal.js';

const ROOT = join(import.meta.dirname, '../..');

/** `@example call(…) // result`, on one line. */
const EXAMPLE = /@example\s+([a-zA-Z]\w*)(\(.*)\s\/\/\s(.+)$/gm;

interface Example {
  readonly file: string;
  readonly name: string;
  readonly call: string;
  readonly result: string;
}

const examples: readonly Example[] = readdirSync(join(ROOT, 'src/domain'), {
  recursive: true,
  encoding: 'utf8',
})
  .filter((file) => file.endsWith('.ts'))
  .map((file) => join('src/domain', file))
  .sort()
  .flatMap((file) =>
    [...readFileSync(join(ROOT, file), 'utf8').matchAll(EXAMPLE)].map(
      ([, name = '', call = '', result = '']) => ({ file, name, call: name + call, result }),
    ),
  );

/** The value of an expression over some names; undefined inside when it is prose or needs more. */
function valueOf(
  expression: string,
  names: Readonly<Record<string, unknown>>,
): { readonly value: unknown } | undefined {
  try {
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- our own docstrings
    const run = new Function(...Object.keys(names), `return (${expression});`) as (
      ...values: readonly unknown[]
    ) => unknown;
    return { value: run(...Object.values(names)) };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof ReferenceError) return undefined;
    throw error;
  }
}

/** A success as what it gives, and decimals as the numbers that a docstring writes. */
function comparable(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('ok' in value && value.ok === true && 'value' in value) return comparable(value.value);
  return 'toFixed' in value ? Number((value as { toFixed(): string }).toFixed()) : value;
}

const runnable = await Promise.all(
  examples.map(async (example) => {
    const module = (await import(pathToFileURL(join(ROOT, example.file)).href)) as Record<
      string,
      unknown
    >;
    if (typeof module[example.name] !== 'function') return [];
    const found = valueOf(example.call, { ...decimals, ...module });
    const wanted = valueOf(example.result, {});
    return found === undefined || wanted === undefined
      ? []
      : [{ ...example, found: comparable(found.value), wanted: comparable(wanted.value) }];
  }),
).then((lists) => lists.flat());

describe('examples in docstrings do not lie', () => {
  test.each(runnable)('$call', ({ found, wanted }) => {
    expect(found).toEqual(wanted);
  });

  test('are found and run', () => {
    expect(runnable.length).toBeGreaterThan(20);
  });
});

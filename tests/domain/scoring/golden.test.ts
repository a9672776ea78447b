import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../../src/adapters/files/sha256.js';
import { canonicalJson, toPlain } from '../../../src/domain/kernel/canonical-json.js';
import type { YearData } from '../../../src/domain/metrics/index.js';
import { ENGINE_VERSION, scoreYear } from '../../../src/domain/scoring/index.js';
import { holdAgainst, type GoldenRun, type GoldenRuns } from './golden-hashes.js';
import { shippedYears } from './shipped-years.js';

const FILE = join(import.meta.dirname, '../../golden/run-hashes.json');
const UPDATE = 'KAOHENG_UPDATE_GOLDEN=1 npx vitest run tests/domain/scoring/golden.test.ts';

const golden = JSON.parse(readFileSync(FILE, 'utf8')) as GoldenRuns;
const found = new Map<string, GoldenRun>();
for (const { name, set, data } of await shippedYears()) {
  const run = scoreYear(set, data, sha256);
  found.set(name, {
    engine: ENGINE_VERSION,
    version: run.set.version,
    set: run.set.digest,
    plan: sha256(canonicalJson(toPlain(run.plan))),
    data: sha256(canonicalJson(toPlain(withoutOrigin(data)))),
    run: run.runHash,
  });
}

/** A year's data without where they came from, which is no part of the run. */
function withoutOrigin(data: YearData): unknown {
  return JSON.parse(
    JSON.stringify(data, (key, value: unknown) =>
      ['place', 'provenance', 'skipped'].includes(key) ? undefined : value,
    ),
  );
}

const verdicts = [...found].map(([name, run]) => ({
  name,
  run,
  verdict: holdAgainst(golden[name], run),
}));
const broken = verdicts.filter(({ verdict }) => verdict.kind === 'engineChanged');

// Recording anew must not paper over an engine that changed: then nothing is written.
if (process.env['KAOHENG_UPDATE_GOLDEN'] === '1' && broken.length === 0) {
  writeFileSync(FILE, `${JSON.stringify(Object.fromEntries(found), null, 2)}\n`);
}
const current =
  process.env['KAOHENG_UPDATE_GOLDEN'] === '1' && broken.length === 0
    ? Object.fromEntries(found)
    : golden;

describe('the same inputs, plan and engine give the same bytes', () => {
  test.each(verdicts)('$name', ({ name, run, verdict }) => {
    if (verdict.kind === 'engineChanged') {
      throw new Error(
        `${name}: ${verdict.why}. The engine computes something else than before. ` +
          `If that is meant, raise ENGINE_VERSION in src/domain/scoring/engine.ts, then run: ${UPDATE}`,
      );
    }
    const after = holdAgainst(current[name], run);
    if (after.kind === 'outdated') {
      throw new Error(`${name}: ${after.why}. Look at what moved, then run: ${UPDATE}`);
    }
    expect(after.kind).toBe('same');
  });

  test('no golden hash is left of data that are gone', () => {
    expect(Object.keys(current).filter((name) => !found.has(name))).toEqual([]);
  });
});

describe('a golden hash', () => {
  const run: GoldenRun = {
    engine: '1.0.0',
    version: '1.0.0',
    set: 's',
    plan: 'p',
    data: 'd',
    run: 'r',
  };
  const other = { ...run, run: 'x' };
  test.each([
    ['the same result', 'same', run],
    ['the same result, a label mended', 'same', { ...run, set: 't' }],
    ['another result of the same engine', 'engineChanged', other],
    ['another result, the compiler changed', 'engineChanged', { ...other, plan: 'q' }],
    ['another result, a label mended', 'engineChanged', { ...other, set: 't' }],
    ['another result of a new engine', 'outdated', { ...other, engine: '1.1.0' }],
    ['another result of a new version of the set', 'outdated', { ...other, version: '1.0.1' }],
    ['another result of other rules', 'outdated', { ...other, set: 't', plan: 'q' }],
    ['another result of other data', 'outdated', { ...other, data: 'e' }],
  ] as const)('%s: %s', (_what, kind, now) => {
    expect(holdAgainst(run, now).kind).toBe(kind);
  });

  test('of data that were never scored has to be recorded', () => {
    expect(holdAgainst(undefined, run).kind).toBe('outdated');
  });
});

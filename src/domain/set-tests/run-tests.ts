import type { IndicatorSet } from '../indicators/index.js';
import type { IndicatorTest } from '../indicators/tests.schema.js';
import { parseDecimal, roundHalfUp, type Decimal } from '../kernel/decimal.js';
import { columnOf, type Field } from '../plan/index.js';
import { collectResults, type RegionResult } from '../scoring/index.js';
import { createCoverage } from './coverage.js';
import type { Mismatch, SetTest, TestOutcome, TestReport } from './set-test.js';
import { runTestField, type Given } from './test-field.js';
import { unknownName } from './unknown-names.js';

type Expected = NonNullable<IndicatorTest['expect']>;

/** Runs a set's tests, and finds the thresholds, caps and floors that none of them stands at. */
export function runSetTests(set: IndicatorSet, tests: readonly SetTest[]): TestReport {
  const coverage = createCoverage(set);
  const outcomes = tests.map(({ test, place }): TestOutcome => {
    const unknown = unknownName(set, test);
    if (unknown !== undefined) return { name: test.name, place, mismatches: [], unknown };
    const regions = regionsOf(set, test);
    const field = runTestField(
      set,
      test.indicator,
      new Map(regions.map((one) => [one.id, one.given])),
    );
    coverage.observe(test.indicator, field);
    const results = collectResults(set, field);
    const mismatches = regions.flatMap(({ id, expect }) =>
      compare(
        set,
        test,
        expect,
        results.find((one) => one.id === id),
        regions.length > 1 ? id : null,
        field,
      ),
    );
    return { name: test.name, place, mismatches, unknown: null };
  });
  return { outcomes, coverage: coverage.report() };
}

interface TestRegion {
  readonly id: string;
  readonly given: Given;
  readonly expect: Expected | undefined;
}

/** A test without regions is about one: the set's first. */
function regionsOf(set: IndicatorSet, test: IndicatorTest): readonly TestRegion[] {
  if (test.regions === undefined) {
    const id = set.regions.assessed[0]?.id ?? 'region';
    return [{ id, given: test, expect: test.expect }];
  }
  return Object.entries(test.regions).map(([id, given]) => ({ id, given, expect: given.expect }));
}

function compare(
  set: IndicatorSet,
  test: IndicatorTest,
  expect: Expected | undefined,
  result: RegionResult | undefined,
  region: string | null,
  field: Field<Decimal>,
): readonly Mismatch[] {
  if (expect === undefined || result === undefined) return [];
  const leaf = test.indicator === undefined ? undefined : result.indicators[test.indicator];
  const actual: Readonly<Record<keyof Expected, string | null | undefined>> = {
    value: leaf?.value,
    points: leaf === undefined ? null : pointsBeforeSharing(test.indicator, result, field),
    status: leaf?.status,
    score: result.score,
    bonus: result.bonus,
    penalty: result.penalty,
    grade: result.grade,
    gradeBeforeVeto: result.gradeBeforeVeto,
    rank: result.rank === null ? null : String(result.rank),
    consequences: set.consequences
      .map((one) => one.id)
      .filter((id) => result.consequences.includes(id))
      .join('、'),
  };
  return (Object.keys(expect) as (keyof Expected)[]).flatMap((what) => {
    const wanted = expect[what];
    if (wanted === undefined) return [];
    const expected = Array.isArray(wanted) ? wanted.join('、') : String(wanted);
    const found = actual[what] ?? '无';
    return isSame(expected, found) ? [] : [{ what, region, expected, actual: found }];
  });
}

/** An indicator alone is tested on its own full points, whatever its siblings lack. */
function pointsBeforeSharing(
  indicator: string | undefined,
  result: RegionResult,
  field: Field<Decimal>,
): string | null {
  const index = field.indexOf(result.id) ?? 0;
  const name = columnOf.points(indicator ?? '');
  const cell = field.has(name) ? field.column(name)[index] : undefined;
  return cell?.status === 'present' ? cell.value.toFixed() : null;
}

/**
 * Whether a number is what the test says. A repeating fraction cannot be written out: a number
 * given to six places or more is met when the result rounds to it; a shorter one is meant exactly.
 */
function isSame(expected: string, actual: string): boolean {
  if (expected === actual) return true;
  const [wanted, found] = [parseDecimal(expected), parseDecimal(actual)];
  if (wanted === undefined || found === undefined) return false;
  const places = wanted.decimalPlaces();
  return places >= 6 ? roundHalfUp(found, places).equals(wanted) : found.equals(wanted);
}

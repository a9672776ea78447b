import { metricsRead, type Indicator, type IndicatorSet } from '../indicators/index.js';
import { decimal, decimalText, type Decimal } from '../kernel/decimal.js';
import {
  columnOf,
  ruleKindOf,
  situations,
  type PointsOperation,
  type Side,
} from '../plan/index.js';
import { collectResults, type RegionResult } from '../scoring/index.js';
import type { EdgeCoverage } from './set-test.js';
import { runTestField, type Given } from './test-field.js';

/** A test that the checker proposes; its expectation is what the rules give today. */
export interface SuggestedTest {
  readonly name: string;
  readonly indicator: string | undefined;
  readonly given: Given;
  readonly expect: Readonly<Record<string, string>>;
}

const SIDE_WORDS: Readonly<Record<Side, string>> = { below: '未到', reached: '达到' };

/**
 * Proposes a test for every side of an edge on which no test stands. What it expects is what the
 * rules give: a person has to check it against the document before it is worth anything.
 */
export function suggestTests(
  set: IndicatorSet,
  coverage: readonly EdgeCoverage[],
): readonly SuggestedTest[] {
  return coverage.flatMap(({ edge, missing }) =>
    missing.flatMap((side): readonly SuggestedTest[] => {
      const name = `建议，请核对：${edge.label}，${SIDE_WORDS[side]}`;
      const node = set.nodes.get(edge.subject);
      if (node?.kind === 'indicator') {
        const given = givenForIndicator(set, node, edge.key.split(':').slice(2).join(':'), side);
        return given === undefined ? [] : [indicatorTest(set, name, node, given)];
      }
      const given = givenForTotal(set, edge.key, side);
      return given === undefined ? [] : [totalTest(set, name, given)];
    }),
  );
}

function indicatorTest(
  set: IndicatorSet,
  name: string,
  leaf: Indicator,
  given: Given,
): SuggestedTest {
  const field = runTestField(set, leaf.id, new Map([[firstRegion(set), given]]));
  const cell = field.column(columnOf.points(leaf.id))[0];
  const result = collectResults(set, field)[0]?.indicators[leaf.id];
  return {
    name,
    indicator: leaf.id,
    given,
    expect:
      cell?.status === 'present'
        ? { points: shortText(cell.value) }
        : { status: result?.status ?? 'missing' },
  };
}

function totalTest(set: IndicatorSet, name: string, given: Given): SuggestedTest {
  const field = runTestField(set, undefined, new Map([[firstRegion(set), given]]));
  const result: RegionResult | undefined = collectResults(set, field)[0];
  return {
    name,
    indicator: undefined,
    given,
    expect: {
      ...(result?.score == null ? {} : { score: result.score }),
      ...(result?.grade == null ? {} : { grade: result.grade }),
    },
  };
}

function firstRegion(set: IndicatorSet): string {
  return set.regions.assessed[0]?.id ?? 'region';
}

/** As a clerk would write it: whole where it is short, to six places where it repeats. */
function shortText(value: Decimal): string {
  return decimalText(value.decimalPlaces() > 6 ? value.toDecimalPlaces(6) : value);
}

function givenForIndicator(
  set: IndicatorSet,
  leaf: Indicator,
  edge: string,
  side: Side,
): Given | undefined {
  if (edge === 'sample' && leaf.sample !== undefined) {
    const size = decimal(leaf.sample.atLeast).minus(side === 'below' ? 1 : 0);
    const metrics = leaf.value === undefined ? [] : metricsRead(leaf.value, set.metrics);
    const counts = [...new Set([leaf.sample.metric, ...metrics])].filter(
      (id) => set.metrics.get(id)?.formula === undefined,
    );
    return { input: Object.fromEntries(counts.map((id) => [id, decimalText(size)])) };
  }
  if (leaf.rule?.kind === 'levels' && edge.startsWith('level:')) {
    return { input: { [leaf.rule.metric]: edge.slice('level:'.length) } };
  }
  const value = probeValue(set, leaf, edge, side);
  return value === undefined ? undefined : { value };
}

/** A value on one side of a rule's edge, as the rule itself tells it. */
function probeValue(
  set: IndicatorSet,
  leaf: Indicator,
  edge: string,
  side: Side,
): string | undefined {
  const field = runTestField(set, leaf.id, new Map([[firstRegion(set), { value: '0' }]]));
  const operation = field.plan.operations.find(
    (one): one is PointsOperation => one.op === 'points' && one.indicator === leaf.id,
  );
  if (operation === undefined) return undefined;
  const situation = situations(operation, field)(0);
  if ('status' in situation) return undefined;
  const step = decimal(10).pow(-(leaf.round ?? 2));
  const probe = ruleKindOf(operation.rule)
    .probes(operation.rule, situation, step)
    .find((one) => one.edge === edge && one.side === side);
  return probe === undefined ? undefined : decimalText(probe.value);
}

function givenForTotal(set: IndicatorSet, key: string, side: Side): Given | undefined {
  const [kind = '', id = ''] = key.split(':');
  if (kind === 'grade') {
    const cut = set.grading.grades.find((one) => one.id === id)?.atLeast;
    if (cut === undefined) return undefined;
    const step = decimal(10).pow(-set.scorePlaces);
    return { baseScore: decimalText(side === 'reached' ? decimal(cut) : decimal(cut).minus(step)) };
  }
  const event = [...set.events.values()].find(
    (one) =>
      one.effect !== 'veto' &&
      (kind === 'event'
        ? one.id === id
        : kind === 'group'
          ? one.group === id
          : one.effect === kind),
  );
  const cap =
    kind === 'event'
      ? event?.cap
      : kind === 'group'
        ? set.adjustments.groupCaps[id]
        : kind === 'bonus'
          ? set.adjustments.bonusCap
          : set.adjustments.penaltyCap;
  if (event === undefined || cap === undefined) return undefined;
  return eventsAround(set, event.id, event.points, cap, side);
}

/** Enough events to pass a cap, or the smallest one alone. */
function eventsAround(
  set: IndicatorSet,
  kind: string,
  points: Readonly<Record<string, string>>,
  cap: string,
  side: Side,
): Given | undefined {
  const levels = Object.entries(points).sort(([, a], [, b]) => decimal(a).comparedTo(decimal(b)));
  const [level, amount] = (side === 'reached' ? levels.at(-1) : levels[0]) ?? [];
  if (level === undefined || amount === undefined || !decimal(amount).greaterThan(0))
    return undefined;
  const count = side === 'below' ? 1 : decimal(cap).div(decimal(amount)).floor().plus(1).toNumber();
  const half = decimalText(decimal(set.fullPoints).div(2));
  return {
    baseScore: half,
    events: Array.from({ length: Math.min(count, 200) }, (_, index) => ({
      kind,
      level,
      matter: `事项${String(index + 1)}`,
    })),
  };
}

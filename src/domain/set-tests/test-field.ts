import type { IndicatorSet } from '../indicators/index.js';
import type { IndicatorTest } from '../indicators/tests.schema.js';
import { decimal, decimalText, type Decimal } from '../kernel/decimal.js';
import { present } from '../kernel/status.js';
import type { EventRecord, Mark, PastResult, SubmittedValue } from '../metrics/year-data.js';
import {
  columnOf,
  compilePlan,
  createField,
  DECIMAL_KERNEL,
  runOperations,
  type Field,
  type Operation,
  type Plan,
  type RunInputs,
} from '../plan/index.js';

/** What a test gives for one region. */
export type Given = Omit<IndicatorTest, 'name' | 'indicator' | 'regions' | 'expect'>;

const NOWHERE = { file: '', line: 0, column: 0 };
const PROVENANCE = { source: undefined, verifier: undefined, place: NOWHERE };
const ANSWERS: Readonly<Record<string, string>> = { 是: 'yes', 否: 'no' };
const ABSENT = new Set(['', '缺报']);

/**
 * Runs a set over what a test gives: real inputs through the whole plan, or values, points or a
 * total put in by hand and only what follows from them.
 */
export function runTestField(
  set: IndicatorSet,
  indicator: string | undefined,
  regions: ReadonlyMap<string, Given>,
): Field<Decimal> {
  const whole = compilePlan(set);
  const plan: Plan = {
    ...whole,
    regions: [...regions.keys()].sort().map((id) => ({
      id,
      group: set.regions.all.get(id)?.group ?? null,
      past: [],
      pastBy: 'same',
    })),
  };
  const field = createField(plan, inputsOf(set, plan, regions), DECIMAL_KERNEL);
  const givens = plan.regions.map((region) => regions.get(region.id) ?? {});
  const isTotal =
    indicator === undefined &&
    givens.some((given) => given.baseScore !== undefined || given.points !== undefined);
  if (isTotal) {
    const { before, after } = splitAtTotals(plan.operations, givens);
    putPoints(set, field, givens, before);
    runOperations(after, field);
  } else {
    runOperations(withGivenValue(plan.operations, indicator, givens), field);
  }
  return field;
}

/** A value given by a test stands in place of the indicator's formula. */
function withGivenValue(
  operations: readonly Operation[],
  indicator: string | undefined,
  givens: readonly Given[],
): readonly Operation[] {
  const given = givens.map((one) => one.value);
  const [value] = given;
  if (indicator === undefined || value === undefined) return operations;
  return operations.map((operation) => {
    if (operation.op === 'value' && operation.column === columnOf.value(indicator)) {
      return { ...operation, expression: { kind: 'number', text: decimalText(decimal(value)) } };
    }
    // The size of the sample is another test's matter.
    return operation.op === 'screen' && operation.indicator === indicator
      ? { ...operation, sample: null }
      : operation;
  });
}

/** With points of leaves the tree is still put together; with a total only what follows it. */
function splitAtTotals(
  operations: readonly Operation[],
  givens: readonly Given[],
): { readonly before: 'leaves' | 'total'; readonly after: readonly Operation[] } {
  const isTotal = givens.some((given) => given.baseScore !== undefined);
  const first = isTotal
    ? operations.findIndex((operation) => operation.op === 'adjust')
    : operations.findIndex(
        (operation) => operation.op === 'aggregate' || operation.op === 'redistribute',
      );
  return { before: isTotal ? 'total' : 'leaves', after: operations.slice(first) };
}

function putPoints(
  set: IndicatorSet,
  field: Field<Decimal>,
  givens: readonly Given[],
  level: 'leaves' | 'total',
): void {
  const total = decimal(set.fullPoints);
  for (const node of set.nodes.values()) {
    const full = decimal(node.fullPoints);
    if (level === 'leaves') {
      // What a test does not name has full points.
      field.put(
        columnOf.points(node.id),
        givens.map((given) => present(decimal(given.points?.[node.id] ?? node.fullPoints))),
      );
    } else {
      // The total is shared out by full points: no single node matters then.
      field.put(
        columnOf.shared(node.id),
        givens.map((given) =>
          present(
            decimal(given.baseScore ?? set.fullPoints)
              .times(full)
              .div(total),
          ),
        ),
      );
      field.put(
        columnOf.full(node.id),
        givens.map(() => present(full)),
      );
    }
  }
}

function inputsOf(set: IndicatorSet, plan: Plan, regions: ReadonlyMap<string, Given>): RunInputs {
  const each = <T>(read: (region: string, given: Given) => readonly T[]): readonly T[] =>
    [...regions].flatMap(([region, given]) => read(region, given));
  return {
    values: each((region, given) => [
      ...valuesOf(region, plan.period, given.input),
      ...valuesOf(region, plan.periods[1] ?? '', given.previous),
    ]),
    marks: each((region, given) => marksOf(set, region, given)),
    events: each(eventsOf(set)),
    targets: each((region, given) =>
      Object.entries(given.targets ?? {}).map(([metric, value]) => ({
        region,
        metric,
        value,
        provenance: PROVENANCE,
      })),
    ),
    history: each((region, given): readonly PastResult[] =>
      (given.grades ?? []).map((grade, index) => ({
        region,
        period: plan.periods[index + 1] ?? '',
        grade,
        rank: undefined,
        score: undefined,
        place: NOWHERE,
      })),
    ),
    decisions: [],
  };
}

function valuesOf(
  region: string,
  period: string,
  values: Readonly<Record<string, string>> = {},
): readonly SubmittedValue[] {
  return Object.entries(values)
    .filter(([, text]) => !ABSENT.has(text))
    .map(([metric, text]) => ({
      region,
      metric,
      period,
      status: text === '不适用' ? 'notApplicable' : 'present',
      text: ANSWERS[text] ?? text,
      reason: undefined,
      provenance: PROVENANCE,
    }));
}

/** A test gives the mark of a stage once: every department that may mark gives the same. */
function marksOf(set: IndicatorSet, region: string, given: Given): readonly Mark[] {
  return [...set.nodes.values()].flatMap((node) => {
    if (node.kind !== 'indicator' || node.marking === undefined) return [];
    const least = node.marking.raters?.atLeast ?? 0;
    const raters = Array.from({ length: least }, (_, index) => `rater ${String(index + 1)}`);
    const departments = [
      ...new Set([
        ...(node.lead === undefined ? [] : [node.lead]),
        ...node.co,
        ...Object.keys(node.marking.shares),
      ]),
    ];
    const markers =
      node.marking.raters !== undefined ? raters : departments.length > 0 ? departments : ['lead'];
    return Object.entries(given.marks ?? {}).flatMap(([stage, points]) =>
      markers.map((marker): Mark => ({
        region,
        indicator: node.id,
        stage: stage === 'siteVisit' || stage === 'review' ? stage : 'department',
        marker,
        points,
        reason: undefined,
        evidence: undefined,
        date: undefined,
        place: NOWHERE,
      })),
    );
  });
}

function eventsOf(set: IndicatorSet) {
  return (region: string, given: Given): readonly EventRecord[] =>
    (given.events ?? []).map((event, index) => ({
      id: `${region} ${String(index + 1).padStart(3, '0')}`,
      kind: event.kind,
      region,
      level: event.level,
      matter: event.matter ?? `${region} ${String(index + 1)}`,
      share: event.share ?? '1',
      occurred: set.window.to,
      found: set.window.to,
      authority: undefined,
      document: undefined,
      summary: undefined,
      place: NOWHERE,
    }));
}

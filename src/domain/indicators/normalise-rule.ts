import { parseDecimal, type Decimal } from '../kernel/decimal.js';
import type { Path } from '../kernel/fault.js';
import type { CompiledRule, Formula, Metric } from './indicator-set.js';
import type { Rule } from './rules.schema.js';
import { resolveAmounts } from './resolve-amounts.js';
import { checkPoints, isPositive, reportUnknown, type SetContext } from './set-context.js';

/** The smallest field below which comparing regions says little. */
const SMALL_FIELD = 4;

/** A scoring rule with its formulas compiled and its numbers held against the full points. */
export function normaliseRule(
  context: SetContext,
  path: Path,
  written: Rule,
  full: Decimal,
  metrics: ReadonlyMap<string, Metric>,
): CompiledRule | undefined {
  const rule = resolveAmounts(context, path, written);
  const formulas: Record<string, Formula> = {};
  const compile = (key: string, text: string, at: Path): void => {
    const formula = context.formula(at, text, 'number');
    if (formula !== undefined) formulas[key] = formula;
  };
  const points = (key: string, text: string): void => {
    checkPoints(context, [...path, key], text, full);
  };
  switch (rule.kind) {
    case 'target': {
      compile('target', rule.target, [...path, 'target']);
      isPositive(context, [...path, 'minus'], rule.minus);
      isPositive(context, [...path, 'per'], rule.per);
      points('floor', rule.floor);
      const { target } = formulas;
      return target === undefined ? undefined : { ...rule, formulas: { target } };
    }
    case 'linear': {
      compile('zeroAt', rule.zeroAt, [...path, 'zeroAt']);
      compile('fullAt', rule.fullAt, [...path, 'fullAt']);
      const { zeroAt, fullAt } = formulas;
      if (zeroAt === undefined || fullAt === undefined) return undefined;
      if (isSameNumber(rule.zeroAt, rule.fullAt)) {
        context.reporter.fault('rule-goalposts-equal', [...path, 'fullAt'], { value: rule.fullAt });
      }
      return { ...rule, formulas: { zeroAt, fullAt } };
    }
    case 'bands':
      checkBands(context, path, rule, full, compile);
      break;
    case 'levels':
      checkLevels(context, path, rule, full, metrics);
      break;
    case 'missingItems':
      isPositive(context, [...path, 'minus'], rule.minus);
      points('noneAtAll', rule.noneAtAll);
      points('floor', rule.floor);
      break;
    case 'merit':
      points('base', rule.base);
      isPositive(context, [...path, 'plus'], rule.plus);
      isPositive(context, [...path, 'per'], rule.per);
      break;
    case 'checklist':
      for (const [id, text] of Object.entries(rule.items)) {
        checkMetric(context, [...path, 'items', id], id, ['yesNo'], metrics, 'key');
        checkPoints(context, [...path, 'items', id], text, full);
      }
      break;
    case 'improvement':
      points('base', rule.base);
      points('floor', rule.floor);
      isPositive(context, [...path, 'plus'], rule.plus);
      isPositive(context, [...path, 'per'], rule.per);
      break;
    case 'rank':
      rule.points.forEach((text, index) => {
        checkPoints(context, [...path, 'points', index], text, full);
      });
      points('rest', rule.rest);
      break;
    case 'normalise':
      checkNormalise(context, path, rule, compile);
      break;
    case 'proportionOfBest':
      break;
  }
  if ('smallestField' in rule && rule.smallestField < SMALL_FIELD) {
    context.reporter.warn('rule-small-field', [...path, 'smallestField'], {
      value: String(rule.smallestField),
    });
  }
  return { ...rule, formulas };
}

const BOUNDS = ['atLeast', 'above', 'atMost', 'below'] as const;

function checkBands(
  context: SetContext,
  path: Path,
  rule: Extract<Rule, { kind: 'bands' }>,
  full: Decimal,
  compile: (key: string, text: string, at: Path) => void,
): void {
  let lowest: { readonly edge: Decimal; readonly isOpen: boolean } | undefined;
  rule.bands.forEach((band, index) => {
    const at = [...path, 'bands', index];
    const given = BOUNDS.filter((bound) => band[bound] !== undefined);
    if (given.length === 0) context.reporter.fault('rule-band-bounds', at);
    for (const bound of given) {
      const text = band[bound];
      if (text !== undefined) compile(`${String(index)}.${bound}`, text, [...at, bound]);
    }
    checkPoints(context, [...at, 'points'], band.points, full);
    // Only the common case can be told without data: falling lower bounds written as numbers.
    const lower = band.atLeast ?? band.above ?? '';
    const edge = given.length === 1 ? parseDecimal(lower) : undefined;
    const isOpen = band.above !== undefined;
    if (edge !== undefined && lowest !== undefined) {
      // Above 90, then at least 90: 90 itself is left for the second.
      const leavesEdge = edge.equals(lowest.edge) && lowest.isOpen && !isOpen;
      if (edge.greaterThanOrEqualTo(lowest.edge) && !leavesEdge) {
        context.reporter.fault('rule-band-unreachable', at, { value: lower });
      }
    }
    lowest = edge === undefined ? undefined : { edge, isOpen };
  });
  checkPoints(context, [...path, 'otherwise'], rule.otherwise, full);
}

function checkLevels(
  context: SetContext,
  path: Path,
  rule: Extract<Rule, { kind: 'levels' }>,
  full: Decimal,
  metrics: ReadonlyMap<string, Metric>,
): void {
  const metric = checkMetric(
    context,
    [...path, 'metric'],
    rule.metric,
    ['yesNo', 'level'],
    metrics,
    'value',
  );
  for (const [level, text] of Object.entries(rule.points)) {
    const at = [...path, 'points', level];
    checkPoints(context, at, text, full);
    if (metric !== undefined && !metric.levels.has(level)) {
      const known = [...metric.levels.keys()].join('、');
      context.reporter.fault('rule-level-unknown', at, { level, known }, 'key');
    }
  }
  for (const level of metric?.levels.keys() ?? []) {
    if (!Object.hasOwn(rule.points, level)) {
      context.reporter.fault('rule-level-missing', [...path, 'points'], { level });
    }
  }
}

function checkMetric(
  context: SetContext,
  path: Path,
  id: string,
  types: readonly Metric['type'][],
  metrics: ReadonlyMap<string, Metric>,
  part: 'key' | 'value',
): Metric | undefined {
  const metric = metrics.get(id);
  if (metric === undefined) {
    reportUnknown(context.reporter, 'node-metric-unknown', path, id, metrics.keys(), part);
  } else if (!types.includes(metric.type)) {
    context.reporter.fault('rule-metric-type', path, { id, types: types.join('、') }, part);
    return undefined;
  }
  return metric;
}

/** Which parameters each normalisation cannot do without. */
const NEEDS: Readonly<Record<string, readonly ('lower' | 'upper' | 'reference' | 'target')[]>> = {
  scaled: ['lower', 'upper'],
  goalposts: ['lower', 'upper'],
  dist2ref: ['reference'],
  dist2targ: ['target'],
};

/** Methods that divide by the spread of the field, which is nought where all values are equal. */
const BY_SPREAD: readonly string[] = ['minmax', 'zscore', 'dist2max', 'dist2ref', 'dist2targ'];

function checkNormalise(
  context: SetContext,
  path: Path,
  rule: Extract<Rule, { kind: 'normalise' }>,
  compile: (key: string, text: string, at: Path) => void,
): void {
  for (const key of NEEDS[rule.method] ?? []) {
    if (rule[key] === undefined) {
      context.reporter.fault('rule-parameter-missing', path, { method: rule.method, key });
    }
  }
  if (rule.target !== undefined) compile('target', rule.target, [...path, 'target']);
  const isBySpread = BY_SPREAD.includes(rule.method);
  if (isBySpread && rule.equal === undefined) {
    context.reporter.warn('rule-equal-undeclared', [...path, 'method'], { method: rule.method });
  }
  if (!isBySpread && rule.equal !== undefined) {
    context.reporter.fault('rule-equal-unwanted', [...path, 'equal'], { method: rule.method });
  }
  const { lower, upper } = rule;
  if (lower !== undefined && upper !== undefined && isSameNumber(lower, upper)) {
    context.reporter.fault('rule-goalposts-equal', [...path, 'upper'], { value: upper });
  }
}

/** Whether both texts are plain numbers, and the same. */
function isSameNumber(a: string, b: string): boolean {
  const [one, other] = [parseDecimal(a), parseDecimal(b)];
  return one !== undefined && other !== undefined && one.equals(other);
}

import { referencesOf, shiftYears, type Expression } from '../formula/index.js';
import type {
  Block,
  Formula,
  Indicator,
  IndicatorNode,
  IndicatorSet,
  Metric,
  Region,
} from '../indicators/index.js';
import { periodYearsBack } from '../kernel/period.js';
import { columnOf } from './field.js';
import type { Operation, Plan, PlanRegion, PlanRule, ShareUnit } from './plan.js';

/**
 * Compiles a set for one period into an ordered list of column operations.
 *
 * @param period the period whose data are assessed; the set's year unless told otherwise
 */
export function compilePlan(set: IndicatorSet, period: string = set.year): Plan {
  const leaves = [...set.nodes.values()].filter((node) => node.kind === 'indicator');
  const scoring = leaves.flatMap((leaf) => leafOperations(leaf));
  const reading = readOperations(set, scoring);
  const operations: readonly Operation[] = [
    ...reading,
    ...scoring,
    ...aggregation(set),
    adjustment(set),
    {
      op: 'rank',
      from: set.grading.from,
      ties: set.ranking.ties,
      tieBreak: set.ranking.tieBreak,
      vetoedRank: set.adjustments.vetoedRank,
    },
    grading(set),
    consequences(set),
  ];
  const back = Math.max(
    0,
    ...reading.map((one) => (one.op === 'impute' ? one.yearsBack + 1 : 0)),
    ...set.consequences.flatMap((one) => one.when.map((condition) => (condition.years ?? 1) - 1)),
  );
  return {
    language: 1,
    period,
    periods: Array.from({ length: back + 1 }, (_, years) => periodYearsBack(period, years)),
    regions: set.regions.assessed.map(planRegion),
    parameters: Object.fromEntries(
      [...set.parameters.values()].map((parameter) => [parameter.id, parameter.value]),
    ),
    operations,
  };
}

function planRegion(region: Region): PlanRegion {
  return {
    id: region.id,
    group: region.group ?? null,
    past: region.follows,
    pastBy:
      region.by === 'rename' || region.by === undefined
        ? 'same'
        : region.lastYear === 'sum'
          ? 'sum'
          : 'missing',
  };
}

/** Metrics and targets in, each before what is computed from it. */
function readOperations(set: IndicatorSet, scoring: readonly Operation[]): readonly Operation[] {
  const operations = new Map<string, Operation>();
  const readAll = (expression: Expression | null): void => {
    if (expression === null) return;
    for (const reference of referencesOf(expression)) {
      if (reference.kind === 'metric') readMetric(reference.id, reference.yearsBack);
      if (reference.kind === 'target') readTarget(reference.id);
    }
  };
  const readMetric = (id: string, yearsBack: number): void => {
    const column = columnOf.metric(id, yearsBack);
    const metric = set.metrics.get(id);
    if (operations.has(column) || metric === undefined) return;
    const operation = metricOperation(metric, yearsBack, column);
    if (operation.op === 'value') readAll(operation.expression);
    operations.set(column, operation);
  };
  const readTarget = (id: string): void => {
    const column = columnOf.target(id);
    if (operations.has(column)) return;
    const target = set.metrics.get(id)?.target;
    const atLeast = target?.atLeast?.expression ?? null;
    const notFiled = target?.notFiled?.expression ?? null;
    readAll(atLeast);
    readAll(notFiled);
    operations.set(column, { op: 'target', metric: id, atLeast, notFiled });
  };
  for (const operation of scoring) {
    if (operation.op === 'value') readAll(operation.expression);
    if (operation.op === 'screen' && operation.sample !== null)
      readMetric(operation.sample.metric, 0);
    if (operation.op === 'normalise') readAll(operation.target);
    if (operation.op === 'points') Object.values(operation.rule.formulas).forEach(readAll);
  }
  return [...operations.values()];
}

function metricOperation(metric: Metric, yearsBack: number, column: string): Operation {
  if (metric.formula === undefined) {
    return { op: 'impute', metric: metric.id, yearsBack, policy: metric.missing };
  }
  return {
    op: 'value',
    column,
    expression: shiftYears(metric.formula.expression, yearsBack),
    round: null,
    zeroDenominator: 'missing',
  };
}

/** From a leaf's value to its points. */
function leafOperations(leaf: Indicator): readonly Operation[] {
  const notApplicable = [...leaf.notApplicable.regions.keys()].sort();
  if (leaf.marking !== undefined) {
    const { stages, unvisited, joint, shares, raters } = leaf.marking;
    return [
      {
        op: 'marks',
        indicator: leaf.id,
        fullPoints: leaf.fullPoints,
        notApplicable,
        lead: leaf.lead ?? null,
        co: leaf.co,
        stages,
        unvisited,
        joint,
        shares,
        raters: raters ?? null,
      },
    ];
  }
  const { rule } = leaf;
  if (rule === undefined) return [];
  const expression = leaf.value?.expression ?? answersRead(rule);
  const column = columnOf.value(leaf.id);
  const valueOf = (name: string, yearsBack: number): Operation => ({
    op: 'value',
    column: name,
    expression: shiftYears(expression, yearsBack),
    round: leaf.round ?? null,
    zeroDenominator: leaf.zeroDenominator,
  });
  return [
    valueOf(column, 0),
    { op: 'screen', indicator: leaf.id, sample: leaf.sample ?? null, notApplicable },
    ...(rule.kind === 'improvement' ? [valueOf(columnOf.previous(leaf.id), 1)] : []),
    ...comparison(leaf.id, rule),
    { op: 'points', indicator: leaf.id, rule: planRule(rule), fullPoints: leaf.fullPoints },
  ];
}

type CompiledRule = NonNullable<Indicator['rule']>;

/** What a rule that reads answers has instead of a formula: it needs all its metrics there. */
function answersRead(rule: CompiledRule): Expression {
  const ids =
    rule.kind === 'levels'
      ? [rule.metric]
      : rule.kind === 'checklist'
        ? Object.keys(rule.items)
        : [];
  const metrics = ids.map((id): Expression => ({ kind: 'metric', id, yearsBack: 0 }));
  const [first = { kind: 'number', text: '0' } as const, ...rest] = metrics;
  return rest.reduce<Expression>(
    (sum, metric) => ({ kind: 'call', name: 'add', arguments: [sum, metric] }),
    first,
  );
}

function comparison(indicator: string, rule: CompiledRule): readonly Operation[] {
  if (rule.kind !== 'normalise' && rule.kind !== 'rank' && rule.kind !== 'proportionOfBest')
    return [];
  const blank = {
    lower: null,
    upper: null,
    mean: null,
    deviation: null,
    reference: null,
    target: null,
  };
  const { better, smallestField } = rule;
  const common = { op: 'normalise', indicator, better, smallestField } as const;
  if (rule.kind === 'rank') return [{ ...common, ...blank, method: 'position' }];
  if (rule.kind === 'proportionOfBest')
    return [{ ...common, ...blank, method: 'proportionOfBest' }];
  return [
    {
      ...common,
      method: rule.method,
      lower: rule.lower ?? null,
      upper: rule.upper ?? null,
      mean: rule.mean ?? null,
      deviation: rule.deviation ?? null,
      reference: rule.reference ?? null,
      target: rule.formulas['target']?.expression ?? null,
    },
  ];
}

function planRule(rule: CompiledRule): PlanRule {
  const formulas: Readonly<Record<string, Formula>> = rule.formulas;
  const expressions = Object.fromEntries(
    Object.entries(formulas).map(([key, formula]) => [key, formula.expression]),
  );
  return withoutFormulaTexts({ ...rule, formulas: expressions });
}

/** Only a formula's tree decides: its text, white space and all, stays out of the plan's hash. */
function withoutFormulaTexts(rule: PlanRule): PlanRule {
  switch (rule.kind) {
    case 'target':
      return { ...rule, target: '' };
    case 'linear':
      return { ...rule, zeroAt: '', fullAt: '' };
    case 'bands':
      return {
        ...rule,
        bands: rule.bands.map(({ points, ...bounds }) => ({
          points,
          ...Object.fromEntries(Object.keys(bounds).map((bound) => [bound, ''])),
        })),
      };
    case 'normalise':
      return rule.target === undefined ? rule : { ...rule, target: '' };
    default:
      return rule;
  }
}

/** Means below, redistribution in the middle, sums on top. */
function aggregation(set: IndicatorSet): readonly Operation[] {
  const node = (id: string): IndicatorNode => {
    const found = set.nodes.get(id);
    if (found === undefined) throw new Error(`no node ${id}`);
    return found;
  };
  const inner: Operation[] = [];
  const outer: Operation[] = [];
  const units: ShareUnit[] = [];
  const operation = (block: Block, isInner: boolean): Operation => ({
    op: 'aggregate',
    node: block.id,
    method: block.aggregate,
    power: block.power ?? null,
    fullPoints: block.fullPoints,
    isInner,
    children: block.children.map((id) => {
      const { weight, fullPoints } = node(id);
      return { id, weight, fullPoints };
    }),
  });
  const visit = (at: IndicatorNode, above: readonly string[], isInner: boolean): void => {
    const isSum = at.kind === 'block' && at.aggregate === 'sum';
    if (!isInner && !isSum) {
      const policy = at.kind === 'indicator' ? at.notApplicable.redistribute : policyBelow(set, at);
      units.push({ id: at.id, fullPoints: at.fullPoints, above, redistribute: policy });
    }
    if (at.kind === 'indicator') return;
    for (const id of at.children) visit(node(id), [at.id, ...above], isInner || !isSum);
    (isInner || !isSum ? inner : outer).push(operation(at, isInner || !isSum));
  };
  for (const root of set.roots) visit(node(root), [], false);
  return [...inner, { op: 'redistribute', units }, ...outer];
}

/** A mean that does not apply at all goes the way of its first leaf. */
function policyBelow(set: IndicatorSet, block: Block): ShareUnit['redistribute'] {
  const first = set.nodes.get(block.children[0] ?? '');
  if (first === undefined) return 'siblings';
  return first.kind === 'indicator' ? first.notApplicable.redistribute : policyBelow(set, first);
}

function adjustment(set: IndicatorSet): Operation {
  const { adjustments } = set;
  const shared = [...set.nodes.values()].filter((node) => !isBelowMean(set, node));
  return {
    op: 'adjust',
    kinds: [...set.events.values()].map((kind) => ({
      id: kind.id,
      effect: kind.effect,
      points: kind.points,
      target: kind.target ?? null,
      once: kind.once,
      cap: kind.cap ?? null,
      group: kind.group ?? null,
      veto: kind.veto ?? null,
    })),
    window: { from: set.window.from, to: set.window.to },
    dateCounts: adjustments.dateCounts,
    order: adjustments.order,
    bonusCap: adjustments.bonusCap ?? null,
    penaltyCap: adjustments.penaltyCap ?? null,
    groupCaps: adjustments.groupCaps,
    mayPassFullPoints: adjustments.mayPassFullPoints,
    fullPoints: set.fullPoints,
    places: set.scorePlaces,
    parents: Object.fromEntries(shared.map((node) => [node.id, node.parent ?? null])),
    roots: set.roots,
  };
}

/** Whether some block above a node is a mean: its points then do not add up to the total. */
export function isBelowMean(
  set: { readonly nodes: ReadonlyMap<string, IndicatorNode> },
  node: IndicatorNode,
): boolean {
  const parent = node.parent === undefined ? undefined : set.nodes.get(node.parent);
  if (parent === undefined) return false;
  return (parent.kind === 'block' && parent.aggregate !== 'sum') || isBelowMean(set, parent);
}

function grading(set: IndicatorSet): Operation {
  const { within, from, ties, unfilled, grades } = set.grading;
  return {
    op: 'grade',
    within,
    from,
    ties,
    unfilled,
    vetoedPlace: set.adjustments.vetoedPlace,
    grades: grades.map((grade) => ({
      id: grade.id,
      atLeast: grade.atLeast ?? null,
      rankAtMost: grade.rankAtMost ?? null,
      quota:
        grade.quota === undefined
          ? null
          : {
              count: grade.quota.count ?? null,
              percent: grade.quota.percent ?? null,
              rounding: grade.quota.rounding,
              minimum: grade.quota.minimum,
            },
      noVeto: grade.noVeto,
    })),
  };
}

function consequences(set: IndicatorSet): Operation {
  return {
    op: 'consequences',
    consequences: set.consequences.map((one) => ({
      id: one.id,
      when: one.when.map((condition) => ({
        grades: condition.grades ?? null,
        rankAtMost: condition.rankAtMost ?? null,
        bottom: condition.bottom ?? null,
        vetoed: condition.vetoed ?? null,
        years: condition.years ?? null,
      })),
    })),
  };
}

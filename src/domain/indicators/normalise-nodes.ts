import { decimal, decimalText, sumDecimals, type Decimal } from '../kernel/decimal.js';
import type { Path } from '../kernel/fault.js';
import type { Block, Indicator, IndicatorNode, Metric } from './indicator-set.js';
import type { NodeInput } from './node.schema.js';
import { normaliseMarking, normaliseRule } from './normalise-rule.js';
import { sourceOf, type SetContext } from './set-context.js';

/** Keys that only a leaf may have. */
const LEAF_KEYS = [
  'value',
  'unit',
  'round',
  'rule',
  'marks',
  'lead',
  'co',
  'clauses',
  'materials',
  'criterion',
  'sample',
  'zeroDenominator',
  'notApplicable',
] as const;

/** What a leaf under a mean counts when it does not say: a share of one hundred. */
const DEFAULT_POINTS = '100';

/** Rules that read their metrics by themselves and need no formula. */
const RULES_WITHOUT_VALUE = ['levels', 'checklist'];

export interface Tree {
  readonly nodes: ReadonlyMap<string, IndicatorNode>;
  readonly roots: readonly string[];
}

/** The indicator tree, flat, a parent before its children, numbered and with all points known. */
export function normaliseTree(
  context: SetContext,
  metrics: ReadonlyMap<string, Metric>,
  regionIds: ReadonlySet<string>,
): Tree {
  const { input, reporter } = context;
  const nodes = new Map<string, IndicatorNode>();

  /** Puts a node and all below it into the map; gives its full points. */
  const place = (
    id: string,
    node: NodeInput,
    path: Path,
    number: string,
    above: { parent: string | undefined; block: string; level: number; isSum: boolean },
  ): Decimal => {
    if (nodes.has(id)) reporter.fault('node-id-taken', path, { id }, 'key');
    if (node.label === undefined) reporter.fault('node-no-label', path, { id }, 'key');
    const weight = node.weight ?? '1';
    if (!decimal(weight).greaterThan(0)) {
      reporter.fault('node-weight-not-positive', [...path, 'weight'], { value: weight });
    }
    const common = {
      id,
      label: node.label ?? id,
      number: node.number ?? number,
      level: above.level,
      parent: above.parent,
      block: above.block,
      weight,
      source: sourceOf(node.source),
      note: node.note,
    };
    const children = Object.entries(node.children ?? {});
    if (children.length === 0) {
      const full = leafPoints(context, id, node, path, above.isSum);
      nodes.set(id, { ...common, ...leaf(context, node, path, full, metrics, regionIds) });
      return full;
    }
    for (const key of LEAF_KEYS) {
      if (node[key] !== undefined) {
        reporter.fault('node-block-scores', [...path, key], { id, key }, 'key');
      }
    }
    const aggregate = node.aggregate ?? 'sum';
    // The block is put in first, so that a parent stands before its children; its points follow.
    nodes.set(id, { ...common, kind: 'block', fullPoints: '0', children: [], aggregate, power: undefined });
    const points = children.map(([childId, child], index) =>
      place(childId, child, [...path, 'children', childId], `${common.number}.${String(index + 1)}`, {
        parent: id,
        block: above.block,
        level: above.level + 1,
        isSum: aggregate === 'sum',
      }),
    );
    const full = blockPoints(context, id, node, path, points, above.isSum);
    const block: Block = {
      ...common,
      kind: 'block',
      fullPoints: decimalText(full),
      children: children.map(([childId]) => childId),
      aggregate,
      power: node.power,
    };
    checkAggregate(context, path, block, nodes);
    nodes.set(id, block);
    return full;
  };

  const roots = Object.entries(input.indicators ?? {});
  if (roots.length === 0) reporter.fault('set-no-indicators', ['indicators'], {}, 'key');
  const total = sumDecimals(
    roots.map(([id, node], index) =>
      place(id, node, ['indicators', id], String(index + 1), {
        parent: undefined,
        block: id,
        level: 1,
        isSum: true,
      }),
    ),
  );
  const full = decimal(input.fullPoints ?? '100');
  if (roots.length > 0 && !total.equals(full)) {
    const path = input.fullPoints === undefined ? ['indicators'] : ['fullPoints'];
    reporter.fault('set-full-points-differ', path, { sum: decimalText(total), full: decimalText(full) });
  }
  return { nodes, roots: roots.map(([id]) => id) };
}

function leafPoints(
  context: SetContext,
  id: string,
  node: NodeInput,
  path: Path,
  isSum: boolean,
): Decimal {
  if (node.points === undefined && isSum) {
    context.reporter.fault('node-no-points', path, { id }, 'key');
  }
  const full = decimal(node.points ?? DEFAULT_POINTS);
  if (!full.greaterThan(0)) {
    context.reporter.fault('node-points-not-positive', [...path, 'points'], { value: node.points ?? '' });
  }
  return full;
}

function blockPoints(
  context: SetContext,
  id: string,
  node: NodeInput,
  path: Path,
  children: readonly Decimal[],
  isSum: boolean,
): Decimal {
  const sum = sumDecimals(children);
  const adds = (node.aggregate ?? 'sum') === 'sum';
  if (node.points === undefined) {
    if (!adds && isSum) context.reporter.fault('node-no-points', path, { id }, 'key');
    return adds ? sum : decimal(DEFAULT_POINTS);
  }
  const full = decimal(node.points);
  if (adds && !full.equals(sum)) {
    context.reporter.fault('node-points-differ', [...path, 'points'], {
      id,
      points: node.points,
      sum: decimalText(sum),
    });
  }
  return full;
}

function checkAggregate(
  context: SetContext,
  path: Path,
  block: Block,
  nodes: ReadonlyMap<string, IndicatorNode>,
): void {
  if (block.aggregate === 'powerMean' && (block.power === undefined || decimal(block.power).isZero())) {
    context.reporter.fault('node-power-missing', path, { id: block.id }, 'key');
  }
  if (block.aggregate !== 'geometricMean' && block.aggregate !== 'harmonicMean') return;
  const mayBeNought = block.children.filter((id) => nodes.get(id)?.kind === 'indicator');
  if (mayBeNought.length > 0) {
    context.reporter.warn('node-mean-of-nought', [...path, 'aggregate'], { id: block.id });
  }
}

type LeafPart = Omit<Indicator, 'id' | 'label' | 'number' | 'level' | 'parent' | 'block' | 'weight' | 'source' | 'note'>;

function leaf(
  context: SetContext,
  node: NodeInput,
  path: Path,
  full: Decimal,
  metrics: ReadonlyMap<string, Metric>,
  regionIds: ReadonlySet<string>,
): LeafPart {
  const { reporter, input } = context;
  const { rule, marks } = node;
  if (node.aggregate !== undefined || node.power !== undefined) {
    reporter.fault('node-leaf-aggregates', [...path, node.aggregate === undefined ? 'power' : 'aggregate'], {}, 'key');
  }
  if (rule === undefined && marks === undefined) reporter.fault('node-empty', path, {}, 'key');
  if (rule !== undefined && marks !== undefined) reporter.fault('node-two-methods', [...path, 'marks'], {}, 'key');
  const needsValue = rule !== undefined && !RULES_WITHOUT_VALUE.includes(rule.kind);
  if (needsValue && node.value === undefined) {
    reporter.fault('rule-no-value', [...path, 'rule'], { kind: rule.kind });
  }
  if (!needsValue && node.value !== undefined) {
    reporter.fault('rule-value-unwanted', [...path, 'value'], {}, 'key');
  }
  for (const [key, id] of departmentsNamed(node)) {
    if (!Object.hasOwn(input.departments ?? {}, id)) {
      reporter.fault('node-department-unknown', [...path, ...key], { id });
    }
  }
  if (node.sample !== undefined && !metrics.has(node.sample.metric)) {
    reporter.fault('node-metric-unknown', [...path, 'sample', 'metric'], { id: node.sample.metric });
  }
  for (const region of Object.keys(node.notApplicable?.regions ?? {})) {
    if (!regionIds.has(region)) {
      reporter.fault('node-region-unknown', [...path, 'notApplicable', 'regions', region], { id: region }, 'key');
    }
  }
  if (rule?.kind === 'normalise' && rule.reference !== undefined && !regionIds.has(rule.reference)) {
    reporter.fault('rule-reference-unknown', [...path, 'rule', 'reference'], { id: rule.reference });
  }
  return {
    kind: 'indicator',
    fullPoints: decimalText(full),
    unit: node.unit,
    value: node.value === undefined ? undefined : context.formula([...path, 'value'], node.value, 'number'),
    round: node.round,
    rule: rule === undefined ? undefined : normaliseRule(context, [...path, 'rule'], rule, full, metrics),
    marking: marks === undefined ? undefined : normaliseMarking(context, [...path, 'marks'], marks, full),
    lead: node.lead,
    co: node.co ?? [],
    clauses: node.clauses ?? [],
    materials: node.materials,
    criterion: node.criterion,
    sample: node.sample,
    zeroDenominator: node.zeroDenominator ?? 'missing',
    notApplicable: {
      regions: new Map(Object.entries(node.notApplicable?.regions ?? {})),
      mayBeGranted: node.notApplicable?.mayBeGranted ?? false,
      redistribute:
        node.notApplicable?.redistribute ?? input.notApplicable?.redistribute ?? 'siblings',
    },
  };
}

function departmentsNamed(node: NodeInput): readonly (readonly [Path, string])[] {
  return [
    ...(node.lead === undefined ? [] : [[['lead'], node.lead] as const]),
    ...(node.co ?? []).map((id, index) => [['co', index], id] as const),
  ];
}

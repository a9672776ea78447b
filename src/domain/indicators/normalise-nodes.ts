import { decimal, decimalText, sumDecimals, type Decimal } from '../kernel/decimal.js';
import type { Path } from '../kernel/fault.js';
import type { Block, IndicatorNode, Metric } from './indicator-set.js';
import type { NodeInput } from './node.schema.js';
import { normaliseLeaf } from './normalise-leaf.js';
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

/** The indicator tree, flat. */
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
      nodes.set(id, {
        ...common,
        ...normaliseLeaf(context, id, node, path, full, metrics, regionIds),
      });
      return full;
    }
    for (const key of LEAF_KEYS) {
      if (node[key] !== undefined) {
        reporter.fault('node-block-scores', [...path, key], { id, key }, 'key');
      }
    }
    const aggregate = node.aggregate ?? 'sum';
    // The block is put in first, so that a parent stands before its children; its points follow.
    nodes.set(id, {
      ...common,
      kind: 'block',
      fullPoints: '0',
      children: [],
      aggregate,
      power: undefined,
    });
    const points = children.map(([childId, child], index) =>
      place(
        childId,
        child,
        [...path, 'children', childId],
        `${common.number}.${String(index + 1)}`,
        {
          parent: id,
          block: above.block,
          level: above.level + 1,
          isSum: aggregate === 'sum',
        },
      ),
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
    reporter.fault('set-full-points-differ', path, {
      sum: decimalText(total),
      full: decimalText(full),
    });
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
    context.reporter.fault('node-points-not-positive', [...path, 'points'], {
      value: node.points ?? '',
    });
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
  if (
    block.aggregate === 'powerMean' &&
    (block.power === undefined || decimal(block.power).isZero())
  ) {
    context.reporter.fault('node-power-missing', path, { id: block.id }, 'key');
  }
  const vanishes =
    block.aggregate === 'geometricMean' ||
    block.aggregate === 'harmonicMean' ||
    (block.aggregate === 'powerMean' && decimal(block.power ?? '1').lessThan(0));
  if (!vanishes) return;
  const mayBeNought = block.children.filter((id) => nodes.get(id)?.kind === 'indicator');
  if (mayBeNought.length > 0) {
    context.reporter.warn('node-mean-of-nought', [...path, 'aggregate'], { id: block.id });
  }
}

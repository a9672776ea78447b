import type { Block, IndicatorNode, IndicatorSet } from '../indicators/index.js';
import type { Operation, ShareUnit } from './plan.js';

/** Means below, redistribution in the middle, sums on top. */
export function treeOperations(set: IndicatorSet): readonly Operation[] {
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

/** Whether some block above a node is a mean: its points then do not add up to the total. */
export function isBelowMean(
  set: { readonly nodes: ReadonlyMap<string, IndicatorNode> },
  node: IndicatorNode,
): boolean {
  const parent = node.parent === undefined ? undefined : set.nodes.get(node.parent);
  if (parent === undefined) return false;
  return (parent.kind === 'block' && parent.aggregate !== 'sum') || isBelowMean(set, parent);
}

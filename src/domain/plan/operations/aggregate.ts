import { sumOf, type Arithmetic } from '../../kernel/arithmetic.js';
import { NOT_APPLICABLE, present, type Cell, type Status } from '../../kernel/status.js';
import { columnOf, type Field } from '../field.js';
import type { AggregateOperation } from '../plan.js';
import type { OperationKind } from './operation-kind.js';

/** What stands in the way first: what is to come, then what is missing. */
const OBSTACLES: readonly Exclude<Status, 'present'>[] = ['pending', 'missing'];

/**
 * 合成: children become a block. A sum adds their points; a mean takes the weighted mean of their
 * shares of full points, over the children that apply, times the block's points.
 *
 * @example geometric mean of 0.81 and 0.64, equal weights, 10 points: 7.2
 */
export const aggregate: OperationKind<AggregateOperation> = {
  scope: 'own',
  run(operation, field) {
    for (const part of aggregateParts(operation)) part(operation, field);
  },
};

/** What an aggregation consists of: parts that write columns of their own. */
export function aggregateParts(
  operation: AggregateOperation,
): readonly (<N>(operation: AggregateOperation, field: Field<N>) => void)[] {
  return isShared(operation) ? [aggregatePoints, aggregateFull] : [aggregatePoints];
}

/** Whether the children's points were redistributed before: then the block has full points too. */
function isShared({ method, isInner }: AggregateOperation): boolean {
  return method === 'sum' && !isInner;
}

/** The points of a block, from those of its children. */
function aggregatePoints<N>(operation: AggregateOperation, field: Field<N>): void {
  const shared = isShared(operation);
  const name = shared ? columnOf.shared : columnOf.points;
  const columns = operation.children.map((child) => field.column(name(child.id)));
  const cells = field.plan.regions.map((_, index) =>
    combine(
      operation,
      columns.map((column) => column[index]),
      field.arithmetic,
    ),
  );
  field.put(name(operation.node), cells);
}

/** The full points of a block after redistribution: nothing of what does not apply is left there. */
function aggregateFull<N>({ node, children }: AggregateOperation, field: Field<N>): void {
  const { arithmetic: a } = field;
  const columns = children.map((child) => field.column(columnOf.full(child.id)));
  const cells = field.plan.regions.map((_, index) => {
    const full = columns.map((column) => column[index]);
    return present(full.reduce((sum, cell) => addCell(a, sum, cell), a.zero));
  });
  field.put(columnOf.full(node), cells);
}

function addCell<N>(a: Arithmetic<N>, sum: N, cell: Cell<N> | undefined): N {
  return cell?.status === 'present' ? a.add(sum, cell.value) : sum;
}

/** One region's children, made one. */
function combine<N>(
  operation: AggregateOperation,
  cells: readonly (Cell<N> | undefined)[],
  a: Arithmetic<N>,
): Cell<N> {
  const applies = cells.filter((cell) => cell !== undefined && cell.status !== 'notApplicable');
  if (applies.length === 0) return NOT_APPLICABLE;
  const obstacle = OBSTACLES.find((one) => applies.some((cell) => cell?.status === one));
  if (obstacle !== undefined) return { status: obstacle };
  const { method, children, fullPoints } = operation;
  if (method === 'sum') {
    const sum = cells.reduce((points, cell) => addCell(a, points, cell), a.zero);
    if (isShared(operation) || applies.length === children.length) return present(a.settle(sum));
    const full = children.reduce(
      (points, child, position) =>
        cells[position]?.status === 'present' ? a.add(points, a.from(child.fullPoints)) : points,
      a.zero,
    );
    return present(a.settle(a.divide(a.multiply(sum, a.from(fullPoints)), full)));
  }
  const shares = children.flatMap((child, position) => {
    const cell = cells[position];
    if (cell?.status !== 'present') return [];
    return [
      { weight: a.from(child.weight), share: a.divide(cell.value, a.from(child.fullPoints)) },
    ];
  });
  const mean = meanOf(a, method, operation.power, shares);
  return present(a.settle(a.multiply(mean, a.from(fullPoints))));
}

interface Weighted<N> {
  readonly weight: N;
  readonly share: N;
}

/** How a mean is taken. */
export type MeanMethod = Exclude<AggregateOperation['method'], 'sum'>;

/**
 * The weighted mean of shares, for a score; only the weights' proportions matter.
 *
 * Geometric and harmonic means are nought as soon as one share is: a block that fails wholly in
 * one respect cannot be lifted by the others.
 */
export function meanOf<N>(
  a: Arithmetic<N>,
  method: MeanMethod,
  power: string | null,
  items: readonly Weighted<N>[],
): N {
  return definedMean(a, method, power, items) ?? a.zero;
}

/**
 * The weighted mean of any numbers, where it has a meaning; only the weights' proportions matter
 * (OECD/JRC Handbook 2008; COINr 1.1).
 *
 * @returns undefined for a geometric or harmonic mean, or one of a power below nought, when a
 *   number is not above nought; and for a broken power of a number below nought
 * @example the geometric mean of 0.81 and 0.64, equal weights // 0.72
 */
export function definedMean<N>(
  a: Arithmetic<N>,
  method: MeanMethod,
  power: string | null,
  items: readonly Weighted<N>[],
): N | undefined {
  const weights = items.map((item) => item.weight);
  const total = sumOf(a, weights);
  const mean = (of: (share: N) => N): N =>
    a.divide(
      sumOf(
        a,
        items.map(({ weight, share }) => a.multiply(weight, of(share))),
      ),
      total,
    );
  const least = (bound: number): boolean =>
    items.every((item) => a.compare(item.share, a.zero) >= bound);
  const [isAbove, isNotBelow] = [least(1), least(0)];
  switch (method) {
    case 'arithmeticMean':
      return mean((share) => share);
    case 'geometricMean':
      return isAbove
        ? items
            .map(({ weight, share }) => a.power(share, a.divide(weight, total)))
            .reduce((product, factor) => a.multiply(product, factor), a.one)
        : undefined;
    case 'harmonicMean':
      return isAbove
        ? a.divide(
            a.one,
            mean((share) => a.divide(a.one, share)),
          )
        : undefined;
    case 'powerMean': {
      const exponent = a.from(power ?? '1');
      const isWhole = a.compare(a.wholeBelow(exponent), exponent) === 0;
      if (a.compare(exponent, a.zero) < 0 ? !isAbove : !isNotBelow && !isWhole) return undefined;
      const inner = mean((share) =>
        a.compare(share, a.zero) === 0 ? a.zero : a.power(share, exponent),
      );
      const sign = a.compare(inner, a.zero);
      if (sign < 0) return undefined;
      return sign === 0 ? a.zero : a.power(inner, a.divide(a.one, exponent));
    }
  }
}

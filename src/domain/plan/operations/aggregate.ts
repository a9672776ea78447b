import { sumOf, type Arithmetic } from '../../kernel/arithmetic.js';
import { NOT_APPLICABLE, present, type Cell, type Status } from '../../kernel/status.js';
import { columnOf } from '../field.js';
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
    const { arithmetic: a } = field;
    const { method } = operation;
    const isSum = method === 'sum';
    const isShared = isSum && !operation.isInner;
    const columns = operation.children.map((child) =>
      field.column(isShared ? columnOf.shared(child.id) : columnOf.points(child.id)),
    );
    const cells = field.plan.regions.map((_, index): Cell<typeof a.zero> => {
      const children = operation.children.flatMap((child, position) => {
        const cell = columns[position]?.[index];
        return cell === undefined || cell.status === 'notApplicable' ? [] : [{ child, cell }];
      });
      if (children.length === 0) return NOT_APPLICABLE;
      const obstacle = OBSTACLES.find((one) => children.some(({ cell }) => cell.status === one));
      if (obstacle !== undefined) return { status: obstacle };
      const parts = children.flatMap(({ child, cell }) =>
        cell.status === 'present' ? [{ child, points: cell.value }] : [],
      );
      if (method === 'sum') {
        const sum = sumOf(
          a,
          parts.map((part) => part.points),
        );
        if (isShared || parts.length === operation.children.length) return present(a.settle(sum));
        const full = sumOf(
          a,
          parts.map(({ child }) => a.from(child.fullPoints)),
        );
        return present(a.settle(a.divide(a.multiply(sum, a.from(operation.fullPoints)), full)));
      }
      const shares = parts.map(({ child, points }) => ({
        weight: a.from(child.weight),
        share: a.divide(points, a.from(child.fullPoints)),
      }));
      const mean = meanOf(a, method, operation.power, shares);
      return present(a.settle(a.multiply(mean, a.from(operation.fullPoints))));
    });
    if (!isShared) {
      field.put(columnOf.points(operation.node), cells);
      return;
    }
    field.put(columnOf.shared(operation.node), cells);
    field.put(
      columnOf.full(operation.node),
      field.plan.regions.map((_, index) =>
        present(
          sumOf(
            a,
            operation.children.flatMap((child) => {
              const cell = field.column(columnOf.full(child.id))[index];
              return cell?.status === 'present' ? [cell.value] : [];
            }),
          ),
        ),
      ),
    );
  },
};

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

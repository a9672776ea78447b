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

/**
 * The weighted mean of shares; only the weights' proportions matter.
 *
 * Geometric and harmonic means are nought as soon as one share is: a block that fails wholly in
 * one respect cannot be lifted by the others.
 */
export function meanOf<N>(
  a: Arithmetic<N>,
  method: Exclude<AggregateOperation['method'], 'sum'>,
  power: string | null,
  items: readonly Weighted<N>[],
): N {
  const total = sumOf(
    a,
    items.map((item) => item.weight),
  );
  const mean = (values: readonly N[]): N => a.divide(sumOf(a, values), total);
  const hasNought = items.some((item) => a.compare(item.share, a.zero) <= 0);
  switch (method) {
    case 'arithmeticMean':
      return mean(items.map(({ weight, share }) => a.multiply(weight, share)));
    case 'geometricMean':
      return hasNought
        ? a.zero
        : items
            .map(({ weight, share }) => a.power(share, a.divide(weight, total)))
            .reduce((product, factor) => a.multiply(product, factor), a.one);
    case 'harmonicMean':
      return hasNought
        ? a.zero
        : a.divide(
            total,
            sumOf(
              a,
              items.map(({ weight, share }) => a.divide(weight, share)),
            ),
          );
    case 'powerMean': {
      const exponent = a.from(power ?? '1');
      if (hasNought && a.compare(exponent, a.zero) < 0) return a.zero;
      const raised = items.map(({ weight, share }) =>
        a.compare(share, a.zero) === 0 ? a.zero : a.multiply(weight, a.power(share, exponent)),
      );
      const inner = mean(raised);
      return a.compare(inner, a.zero) === 0 ? a.zero : a.power(inner, a.divide(a.one, exponent));
    }
  }
}

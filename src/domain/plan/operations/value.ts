import { referencesOf } from '../../formula/index.js';
import { MISSING, NOT_APPLICABLE, present, type Cell } from '../../kernel/status.js';
import { columnOf, type Evaluated, type Field } from '../field.js';
import type { ValueOperation } from '../plan.js';
import type { OperationKind } from './operation-kind.js';

/**
 * 指标值: computes a formula. A division by nought is missing or not applicable, as the set says,
 * also when it happened in a computed metric that the formula reads.
 */
export const value: OperationKind<ValueOperation> = {
  scope: 'own',
  run(operation, field) {
    const evaluate = field.formula(operation.expression);
    const outcomes = field.plan.regions.map((_, index) => evaluate(index));
    const inherited = inheritedFrom(operation, field, field.divided);
    const isDivided = outcomes.map(
      (outcome, index) =>
        (outcome.status === 'undefined' && outcome.reason === 'zeroDenominator') ||
        (outcome.status === 'missing' && inherited(index)),
    );
    const cells = outcomes.map((outcome, index) =>
      cellOf(outcome, isDivided[index] === true, operation, field),
    );
    field.put(operation.column, cells);
    if (isDivided.includes(true)) field.divided.set(operation.column, isDivided);

    // Where a metric is left out because its data are missing, so is what is computed from it.
    const leftOut = inheritedFrom(operation, field, field.excluded);
    const excluded = cells.map((cell, index) => cell.status === 'notApplicable' && leftOut(index));
    if (excluded.includes(true)) field.excluded.set(operation.column, excluded);
  },
};

function cellOf<N>(
  outcome: Evaluated<N>,
  isDivided: boolean,
  operation: ValueOperation,
  field: Field<N>,
): Cell<N> {
  if (isDivided) return operation.zeroDenominator === 'notApplicable' ? NOT_APPLICABLE : MISSING;
  if (outcome.status === 'undefined') return MISSING;
  if (outcome.status !== 'present' || operation.round === null) return outcome;
  return present(field.arithmetic.roundHalfUp(outcome.value, operation.round));
}

/** Whether a mark stands, for one region, on any metric that the formula reads. */
function inheritedFrom<N>(
  operation: ValueOperation,
  field: Field<N>,
  marks: ReadonlyMap<string, readonly boolean[]>,
): (index: number) => boolean {
  if (marks.size === 0) return () => false;
  const found = referencesOf(operation.expression).flatMap((reference) => {
    const mark =
      reference.kind === 'metric'
        ? marks.get(columnOf.metric(reference.id, reference.yearsBack))
        : undefined;
    return mark === undefined ? [] : [mark];
  });
  return (index) => found.some((mark) => mark[index] === true);
}

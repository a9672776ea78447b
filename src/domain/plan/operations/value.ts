import { referencesOf } from '../../formula/index.js';
import { MISSING, NOT_APPLICABLE, present, type Cell } from '../../kernel/status.js';
import { columnOf, type Evaluated, type Field } from '../field.js';
import { readsMarked } from '../reads-marked.js';
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
    const isDivided: boolean[] = [];
    const cells = field.plan.regions.map((_, index) => {
      const outcome = evaluate(index);
      const is =
        (outcome.status === 'undefined' && outcome.reason === 'zeroDenominator') ||
        (outcome.status === 'missing' && missesOnlyDivided(operation, field, index));
      isDivided.push(is);
      return cellOf(outcome, is, operation, field);
    });
    field.put(operation.column, cells);
    if (isDivided.includes(true)) field.divided.set(operation.column, isDivided);

    // Where a metric is left out because its data are missing, so is what is computed from it.
    const excluded = cells.map(
      (cell, index) =>
        cell.status === 'notApplicable' && readsMarked(operation.expression, field.excluded, index),
    );
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

/**
 * Whether, for one region, a formula misses nothing but what was divided by nought: a number that
 * was never submitted stays missing, whatever became of the others.
 */
function missesOnlyDivided<N>(operation: ValueOperation, field: Field<N>, index: number): boolean {
  const missing = referencesOf(operation.expression).flatMap((reference) => {
    if (reference.kind === 'parameter') return [];
    const name =
      reference.kind === 'metric'
        ? columnOf.metric(reference.id, reference.yearsBack)
        : columnOf.target(reference.id);
    return field.column(name)[index]?.status === 'missing' ? [name] : [];
  });
  return missing.length > 0 && missing.every((name) => field.divided.get(name)?.[index] === true);
}

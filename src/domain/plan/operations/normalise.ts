import { MISSING, PENDING, present, type Cell } from '../../kernel/status.js';
import { columnOf, type Field } from '../field.js';
import { normaliseValues } from '../normalisations.js';
import type { NormaliseOperation } from '../plan.js';
import type { OperationKind } from './operation-kind.js';

/**
 * 归一化: compares the regions that have a value. Too small a field leaves all of them pending,
 * since a comparison among so few says little; a spread of nought leaves them missing.
 */
export const normalise: OperationKind<NormaliseOperation> = {
  scope: 'field',
  run(operation, field) {
    const column = field.column(columnOf.value(operation.indicator));
    const values = column.flatMap((cell) => (cell.status === 'present' ? [cell.value] : []));
    const isSmall = values.length < operation.smallestField;
    const shares = isSmall ? undefined : shareValues(operation, field, values);
    let next = 0;
    field.put(
      columnOf.normalised(operation.indicator),
      column.map((cell) => {
        if (cell.status !== 'present') return cell;
        const share = shares?.[next++];
        if (isSmall) return PENDING;
        return share === undefined ? MISSING : present(field.arithmetic.settle(share));
      }),
    );
  },
};

function shareValues<N>(
  operation: NormaliseOperation,
  field: Field<N>,
  values: readonly N[],
): readonly N[] | undefined {
  const { arithmetic: a } = field;
  const number = (text: string | null): N | undefined => (text === null ? undefined : a.from(text));
  const raw = normaliseValues(a, operation.method, values, {
    better: operation.better,
    lower: number(operation.lower),
    upper: number(operation.upper),
    mean: number(operation.mean),
    deviation: number(operation.deviation),
    reference: known(referenceCell(operation, field)),
    target: targetValue(operation, field),
  });
  // Ranks become shares of full points by the highest rank that there is.
  const most =
    operation.method === 'rank'
      ? values.length
      : operation.method === 'borda'
        ? values.length - 1
        : 1;
  const scale = a.from(String(Math.max(1, most)));
  return raw?.map((share) => a.divide(share, scale));
}

function referenceCell<N>(operation: NormaliseOperation, field: Field<N>): Cell<N> | undefined {
  const index = operation.reference === null ? undefined : field.indexOf(operation.reference);
  return index === undefined ? undefined : field.column(columnOf.value(operation.indicator))[index];
}

function targetValue<N>(operation: NormaliseOperation, field: Field<N>): N | undefined {
  if (operation.target === null) return undefined;
  const outcome = field.formula(operation.target)(0);
  return outcome.status === 'present' ? outcome.value : undefined;
}

function known<N>(cell: Cell<N> | undefined): N | undefined {
  return cell?.status === 'present' ? cell.value : undefined;
}

import { greaterOf, lesserOf, type Arithmetic } from '../../kernel/arithmetic.js';
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
    const known = column.flatMap((cell, index) =>
      cell.status === 'present' ? [{ index, value: cell.value }] : [],
    );
    const shares = new Map<number, Cell<(typeof known)[number]['value']>>();
    if (known.length >= operation.smallestField) {
      const found = shareValues(operation, field, known);
      known.forEach(({ index }, position) => shares.set(index, found[position] ?? MISSING));
    }
    field.put(
      columnOf.normalised(operation.indicator),
      column.map((cell, index) => {
        if (cell.status !== 'present') return cell;
        const share = shares.get(index) ?? PENDING;
        return share.status === 'present' ? present(field.arithmetic.settle(share.value)) : share;
      }),
    );
  },
};

/** The value of one region. */
interface Known<N> {
  readonly index: number;
  readonly value: N;
}

function shareValues<N>(
  operation: NormaliseOperation,
  field: Field<N>,
  known: readonly Known<N>[],
): readonly Cell<N>[] {
  const { arithmetic: a } = field;
  const [first] = known;
  if (operation.equal !== undefined && first !== undefined) {
    const share = shareOfEquals(a, operation, operation.equal);
    if (known.every(({ value }) => a.compare(value, first.value) === 0)) {
      return known.map(() => present(share));
    }
  }
  if (operation.method === 'dist2targ') return sharesOfTargets(operation, field, known);
  const number = (text: string | null): N | undefined => (text === null ? undefined : a.from(text));
  const raw = normaliseValues(
    a,
    operation.method,
    known.map((one) => one.value),
    {
      better: operation.better,
      lower: number(operation.lower),
      upper: number(operation.upper),
      mean: number(operation.mean),
      deviation: number(operation.deviation),
      reference: referenceValue(operation, field),
    },
  );
  // Ranks become shares of full points by the highest rank that the field can have.
  const most =
    operation.method === 'rank'
      ? known.length
      : operation.method === 'borda'
        ? known.length - 1
        : 1;
  const scale = a.from(String(Math.max(1, most)));
  return known.map((_, position) => {
    const share = raw?.[position];
    return share === undefined ? MISSING : present(a.divide(share, scale));
  });
}

/** What all get where nothing sets them apart: the best, the worst or the middle of the method. */
function shareOfEquals<N>(
  a: Arithmetic<N>,
  { lower, upper, mean, method }: NormaliseOperation,
  equal: 'full' | 'zero' | 'middle',
): N {
  const isMinmax = method === 'minmax';
  const worst = isMinmax && lower !== null ? a.from(lower) : a.zero;
  const best = isMinmax && upper !== null ? a.from(upper) : a.one;
  if (equal === 'full') return best;
  if (equal === 'zero') return worst;
  // The standard score of a value that does not differ from the mean.
  if (method === 'zscore') return mean === null ? a.zero : a.from(mean);
  return a.divide(a.add(worst, best), a.from('2'));
}

/** Each region against its own target: a target that is filed differs from region to region. */
function sharesOfTargets<N>(
  operation: NormaliseOperation,
  field: Field<N>,
  known: readonly Known<N>[],
): readonly Cell<N>[] {
  const { arithmetic: a } = field;
  const { better } = operation;
  const targetOf = operation.target === null ? undefined : field.formula(operation.target);
  const worse = better === 'higher' ? lesserOf : greaterOf;
  const worst = known
    .map((one) => one.value)
    .reduce<N | undefined>(
      (one, other) => (one === undefined ? other : worse(a, one, other)),
      undefined,
    );
  return known.map(({ index, value }): Cell<N> => {
    const target = targetOf?.(index);
    if (worst === undefined || target === undefined || target.status === 'undefined')
      return MISSING;
    if (target.status !== 'present') return target;
    // The method looks at the field only for its worst value.
    const found = normaliseValues(a, 'dist2targ', [worst, value], { better, target: target.value });
    const share = found?.[1];
    return share === undefined ? MISSING : present(share);
  });
}

function referenceValue<N>(operation: NormaliseOperation, field: Field<N>): N | undefined {
  const index = operation.reference === null ? undefined : field.indexOf(operation.reference);
  if (index === undefined) return undefined;
  const cell = field.column(columnOf.value(operation.indicator))[index];
  return cell?.status === 'present' ? cell.value : undefined;
}

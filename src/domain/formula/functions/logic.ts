import { ONE, ZERO, type Decimal } from '../../kernel/decimal.js';
import type { FunctionEntry } from '../function-entry.js';
import { BINDING, infix, named, whole, type Wording } from '../wording.js';
import { at } from './arithmetic.js';

const TRUTHS = { takes: 'truth', gives: 'truth', gaps: 'deciding', isCostly: false } as const;

function every(values: readonly Decimal[]): Decimal {
  return values.every((value) => !value.isZero()) ? ONE : ZERO;
}

function some(values: readonly Decimal[]): Decimal {
  return values.some((value) => !value.isZero()) ? ONE : ZERO;
}

function everyFloat(values: readonly number[], count: number): number {
  for (let index = 0; index < count; index += 1) if (values[index] === 0) return 0;
  return 1;
}

function someFloat(values: readonly number[], count: number): number {
  for (let index = 0; index < count; index += 1) if (values[index] === 1) return 1;
  return 0;
}

function wordChoice([condition, then, otherwise]: readonly Wording[]): Wording {
  const [when, first, second] = [condition, then, otherwise].map((part) => part?.text ?? '');
  return whole(`（若${when ?? ''}，则为${first ?? ''}，否则为${second ?? ''}）`);
}

/** True and false, and the choice between two numbers. */
export const LOGIC_FUNCTIONS = {
  and: {
    ...TRUTHS,
    arity: [2, Infinity],
    decimal: every,
    float: everyFloat,
    words: infix('且', BINDING.and),
  },
  or: {
    ...TRUTHS,
    arity: [2, Infinity],
    decimal: some,
    float: someFloat,
    words: infix('或', BINDING.or),
  },
  not: {
    ...TRUTHS,
    gaps: 'strict',
    arity: [1, 1],
    decimal: ([value = ZERO]) => (value.isZero() ? ONE : ZERO),
    float: (values) => 1 - at(values, 0),
    words: named('并非'),
  },
  if: {
    // The condition is a truth, the branches are numbers: the compiler knows.
    takes: 'number',
    gives: 'number',
    gaps: 'choosing',
    isCostly: false,
    arity: [3, 3],
    decimal: ([condition = ZERO, then = ZERO, otherwise = ZERO]) =>
      condition.isZero() ? otherwise : then,
    float: (values) => (values[0] === 0 ? at(values, 2) : at(values, 1)),
    words: wordChoice,
  },
} as const satisfies Record<string, FunctionEntry>;

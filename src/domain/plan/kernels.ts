import { evaluateFormula, type Expression } from '../formula/index.js';
import { DECIMALS, FLOATS } from '../kernel/arithmetic.js';
import { decimal, type Decimal } from '../kernel/decimal.js';
import type { Cell } from '../kernel/status.js';
import type { Kernel } from './field.js';

/** Official scores: exact decimals. */
export const DECIMAL_KERNEL: Kernel<Decimal> = {
  arithmetic: DECIMALS,
  formula(expression, parameters) {
    const parameter = decimalParameters(parameters);
    return (columns) => {
      const outcome = evaluateFormula(expression, { ...columns, parameter });
      if (outcome.status === 'truth')
        return { status: 'present', value: decimal(outcome.value ? 1 : 0) };
      return outcome.status === 'present' || outcome.status === 'undefined'
        ? outcome
        : { status: outcome.status };
    };
  },
};

function decimalParameters(parameters: Readonly<Record<string, string>>): (id: string) => Decimal {
  const known = new Map(Object.entries(parameters).map(([id, text]) => [id, decimal(text)]));
  return (id) => {
    const value = known.get(id);
    if (value === undefined) throw new Error(`the plan has no parameter ${id}`);
    return value;
  };
}

/** Analysis: floats, held to the decimals by a test. */
export const FLOAT_KERNEL: Kernel<number> = {
  arithmetic: FLOATS,
  formula(expression: Expression, parameters) {
    const exact = DECIMAL_KERNEL.formula(expression, parameters);
    const widen = (cell: Cell<number>): Cell =>
      cell.status === 'present' ? { status: 'present', value: decimal(cell.value) } : cell;
    return (columns) => {
      const outcome = exact({
        metric: (id, yearsBack) => widen(columns.metric(id, yearsBack)),
        target: (id) => widen(columns.target(id)),
      });
      return outcome.status === 'present'
        ? { status: 'present', value: outcome.value.toNumber() }
        : outcome;
    };
  },
};

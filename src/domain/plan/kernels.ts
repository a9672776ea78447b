import {
  compileFloat,
  evaluateFormula,
  FLOAT_STATUS,
  floatColumn,
  type FloatColumn,
} from '../formula/index.js';
import { DECIMALS, FLOATS } from '../kernel/arithmetic.js';
import { decimal, type Decimal } from '../kernel/decimal.js';
import type { Cell, Status } from '../kernel/status.js';
import type { Kernel } from './field.js';

/** Official scores: exact decimals. */
export const DECIMAL_KERNEL: Kernel<Decimal> = {
  arithmetic: DECIMALS,
  formula(expression, parameters) {
    const parameter = decimalParameters(parameters);
    return (columns) => {
      const outcome = evaluateFormula(expression, {
        metric: (id, yearsBack) => columns.metric(id, yearsBack),
        target: (id) => columns.target(id),
        parameter,
      });
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
  formula(expression, parameters) {
    const fill = compileFloat(expression);
    const output = floatColumn(1);
    const parameter = (id: string): number => {
      const text = parameters[id];
      if (text === undefined) throw new Error(`the plan has no parameter ${id}`);
      return Number(text);
    };
    return (columns) => {
      const metric = (id: string, yearsBack: number): FloatColumn =>
        oneRow(columns.metric(id, yearsBack));
      const target = (id: string): FloatColumn => oneRow(columns.target(id));
      fill({ rows: 1, metric, target, parameter }, output);
      const status = STATUSES[output.statuses[0] ?? FLOAT_STATUS.missing] ?? 'missing';
      if (status === 'present') {
        return { status, value: FLOATS.settle(output.values[0] ?? Number.NaN) };
      }
      if (status !== 'undefined') return { status };
      // A float cannot say why it is no number, and the set may ask: the decimals tell.
      const exact = DECIMAL_KERNEL.formula(
        expression,
        parameters,
      )({
        metric: (id, yearsBack) => widen(columns.metric(id, yearsBack)),
        target: (id) => widen(columns.target(id)),
      });
      return exact.status === 'present'
        ? { status: 'present', value: exact.value.toNumber() }
        : exact;
    };
  },
};

/** Statuses in the order of their bytes. */
const STATUSES: readonly (Status | 'undefined')[] = [
  'present',
  'undefined',
  'notApplicable',
  'missing',
  'pending',
];

function oneRow(cell: Cell<number>): FloatColumn {
  const column = floatColumn(1);
  if (cell.status === 'present') column.values[0] = cell.value;
  column.statuses[0] = FLOAT_STATUS[cell.status];
  return column;
}

function widen(cell: Cell<number>): Cell {
  return cell.status === 'present' ? { status: 'present', value: decimal(cell.value) } : cell;
}

import type { Expression } from './expression.js';

/**
 * The same formula so many years earlier: every metric in it is read that much further back.
 * Targets and parameters stay those of the assessed year.
 *
 * @param years whole years, 0 to 10
 * @example shiftYears({ kind: 'metric', id: 'failed', yearsBack: 0 }, 1)
 * // { kind: 'metric', id: 'failed', yearsBack: 1 }
 */
export function shiftYears(expression: Expression, years: number): Expression {
  if (years === 0) return expression;
  const known = SHIFTED.get(expression) ?? new Map<number, Expression>();
  SHIFTED.set(expression, known);
  const found = known.get(years) ?? shifted(expression, years);
  known.set(years, found);
  return found;
}

/** A formula is never changed: what it is some years earlier is made once. */
const SHIFTED = new WeakMap<Expression, Map<number, Expression>>();

function shifted(expression: Expression, years: number): Expression {
  switch (expression.kind) {
    case 'metric':
      return { ...expression, yearsBack: expression.yearsBack + years };
    case 'call':
      return {
        ...expression,
        arguments: expression.arguments.map((one) => shifted(one, years)),
      };
    case 'number':
    case 'target':
    case 'parameter':
      return expression;
  }
}

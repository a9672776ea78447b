import type { Expression } from './expression.js';

/**
 * The same formula so many years earlier: every metric in it is read that much further back.
 * Targets and parameters stay those of the assessed year.
 *
 * @param years whole years, 1 to 10
 * @example shiftYears({ kind: 'metric', id: 'failed', yearsBack: 0 }, 1)
 * // { kind: 'metric', id: 'failed', yearsBack: 1 }
 */
export function shiftYears(expression: Expression, years: number): Expression {
  switch (expression.kind) {
    case 'metric':
      return { ...expression, yearsBack: expression.yearsBack + years };
    case 'call':
      return {
        ...expression,
        arguments: expression.arguments.map((one) => shiftYears(one, years)),
      };
    case 'number':
    case 'target':
    case 'parameter':
      return expression;
  }
}

import { failure, success, type Result } from '../kernel/result.js';
import { buildExpression } from './build-expression.js';
import type { Building } from './built.js';
import { checkTokenOrder } from './check-token-order.js';
import type { Expression, ValueType } from './expression.js';
import { formulaFault, type FormulaFault } from './formula-fault.js';
import { MAX_FAULTS } from './limits.js';
import type { ResolveName } from './resolve-name.js';
import type { FormulaParser } from './syntax-tree.js';
import { tokenizeFormula } from './tokenize-formula.js';

/** A formula that is ready to be computed, and whether it gives a number or true and false. */
export interface CompiledFormula {
  readonly expression: Expression;
  readonly type: ValueType;
}

/**
 * Compiles a formula. Each stage (characters, order, meaning) tells all its faults at once, by
 * column; a later stage starts only when the earlier one has none.
 *
 * @param text at most 2,000 characters
 * @param resolve what the indicator set's names stand for
 * @param parser knows the precedence of operators
 * @returns the expression, or the faults with the codes of {@link FormulaFault}
 * @example compileFormula('(sampled - failed) / sampled * 100', resolve, parser)
 * // { ok: true, value: { type: 'number', expression: { kind: 'call', name: 'multiply', … } } }
 * @example compileFormula('2x', resolve, parser)
 * // { ok: false, error: [{ code: 'formula-number', column: 1, facts: { text: '2x', … } }] }
 */
export function compileFormula(
  text: string,
  resolve: ResolveName,
  parser: FormulaParser,
): Result<CompiledFormula, readonly FormulaFault[]> {
  const tokens = tokenizeFormula(text);
  if (!tokens.ok) return tokens;
  const disorder = checkTokenOrder(tokens.value);
  if (disorder.length > 0) return failure(disorder);
  const tree = parser.parse(tokens.value);
  if (!tree.ok) return failure([formulaFault('formula-syntax', tree.error.column)]);

  const building: Building = { resolve, faults: [], costlyCalls: 0 };
  const built = buildExpression(building, tree.value);
  if (building.faults.length > 0 || built === undefined) {
    return failure([...building.faults].sort((a, b) => a.column - b.column).slice(0, MAX_FAULTS));
  }
  return success({ expression: built.expression, type: built.type });
}

import type { Result } from '../kernel/result.js';
import type { Token } from './token.js';

/** The operators of a syntax tree; `-` and `not` may have one operand. */
export type OperatorSymbol =
  '+' | '-' | '*' | '/' | '^' | '==' | '!=' | '<' | '<=' | '>' | '>=' | 'and' | 'or' | 'not';

/** What a parser makes of a formula's tokens; each node knows its token's column. */
export type SyntaxTree =
  | { readonly kind: 'number'; readonly text: string; readonly column: number }
  | { readonly kind: 'name'; readonly name: string; readonly column: number }
  | {
      readonly kind: 'operator';
      readonly symbol: OperatorSymbol;
      readonly column: number;
      readonly operands: readonly SyntaxTree[];
    }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly column: number;
      readonly arguments: readonly SyntaxTree[];
    };

/**
 * Knows the precedence of operators, and nothing else of the language.
 *
 * It is given tokens that are already allowed and in a sensible order (operands and operators
 * alternate, parentheses match), and answers with their tree, or with the column at which it
 * gives up. It never throws and never evaluates. The power is right-associative and binds tighter
 * than a sign (`-2^2` is -4); comparisons bind tighter than `and`, `and` tighter than `or`; `not`
 * binds like a sign.
 */
export interface FormulaParser {
  parse(tokens: readonly Token[]): Result<SyntaxTree, { readonly column: number }>;
}

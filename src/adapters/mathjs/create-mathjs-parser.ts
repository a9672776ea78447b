import { failure, success } from '../../domain/kernel/result.js';
import type { FormulaParser, Token } from '../../ports/formula-parser.js';
import { toSyntaxTree, UnexpectedNode } from './to-syntax-tree.js';

/**
 * Makes a parser of mathjs' own `parse`.
 *
 * mathjs never sees a formula's text: each number and each name is replaced by `t` and its token's
 * index, so that the text it is given consists of these, parentheses, commas and our operators.
 * What words and literals mean to mathjs (units, `true`, `mod`, `0x1F`, a float of 17 digits) can
 * therefore not reach the tree, and every node knows its token.
 *
 * @param parseText mathjs' function; anything that it throws becomes a failure
 */
export function createMathjsParser(parseText: (text: string) => unknown): FormulaParser {
  return {
    parse(tokens) {
      const column = tokens[0]?.column ?? 1;
      try {
        return success(toSyntaxTree(parseText(placeholders(tokens)), tokens));
      } catch (error) {
        if (error instanceof UnexpectedNode) return failure({ column: error.column });
        if (error instanceof Error) return failure({ column });
        throw error;
      }
    },
  };
}

function placeholders(tokens: readonly Token[]): string {
  return tokens
    .map(({ kind, text }, index) => (kind === 'number' || kind === 'name' ? `t${index}` : text))
    .join(' ');
}

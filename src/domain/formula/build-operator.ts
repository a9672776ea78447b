import { buildCall } from './build-call.js';
import type { Building, Built } from './built.js';
import type { SyntaxTree } from './syntax-tree.js';
import { BINARY_OPERATORS } from './written-functions.js';

type Operator = Extract<SyntaxTree, { kind: 'operator' }>;
type Build = (building: Building, tree: SyntaxTree) => Built | undefined;

/** A term of a chain, with the operator before it. */
interface Term {
  readonly tree: SyntaxTree;
  readonly symbol: string;
  readonly column: number;
}

/**
 * Builds an operator with its sides. Chains are kept flat (a+b-c is one sum of a, b and -c), so
 * that a sum of a thousand terms is no deeper than one of two; so are products, `and` and `or`.
 */
export function buildOperator(building: Building, tree: Operator, build: Build): Built | undefined {
  const [first, ...others] = tree.operands.length === 2 ? chainOf(tree) : [];
  if (first === undefined) {
    const [operand] = tree.operands.map((only) => build(building, only));
    const name = tree.symbol === 'not' ? 'not' : 'negate';
    return operand && buildCall(building, name, tree.column, [operand]);
  }
  const [left, ...right] = [first, ...others].map((term) => build(building, term.tree));
  const name = BINARY_OPERATORS[tree.symbol];
  if (left === undefined || name === undefined) return undefined;
  if (right.length === 1) {
    const [only] = right;
    return only && buildCall(building, name, tree.column, [left, only]);
  }
  const terms = right.map((term, index) => {
    const { symbol, column } = others[index] ?? first;
    return term && symbol === '-' ? buildCall(building, 'negate', column, [term]) : term;
  });
  const built = terms.filter((term) => term !== undefined);
  if (built.length < terms.length) return undefined;
  return buildCall(building, name === 'subtract' ? 'add' : name, tree.column, [left, ...built]);
}

/** The terms that an operator's left side and the left sides below it join, from the left. */
function chainOf(tree: Operator): readonly Term[] {
  const terms: Term[] = [];
  let left: SyntaxTree | undefined = tree;
  while (left?.kind === 'operator' && left.operands.length === 2 && continues(tree, left)) {
    const [next, right]: readonly (SyntaxTree | undefined)[] = left.operands;
    if (right !== undefined) terms.push({ tree: right, symbol: left.symbol, column: left.column });
    left = next;
  }
  if (left !== undefined) terms.push({ tree: left, symbol: '+', column: left.column });
  return terms.reverse();
}

function continues(tree: Operator, left: Operator): boolean {
  if (tree === left) return true;
  if (tree.symbol === '+' || tree.symbol === '-') return left.symbol === '+' || left.symbol === '-';
  return left.symbol === tree.symbol && ['*', 'and', 'or'].includes(tree.symbol);
}

import { buildCall } from './build-call.js';
import { callArguments, type Built, type Building } from './built.js';
import type { Expression, FunctionName } from './expression.js';

/**
 * Makes a call of an operator with two sides. Chains are kept flat (a+b-c is one sum of a, b and
 * -c), so that a sum of two hundred terms is no deeper than one of two, and so is a product.
 */
export function buildBinary(
  building: Building,
  name: FunctionName,
  column: number,
  left: Built,
  right: Built,
): Built | undefined {
  const chain = chainOf(name, left.expression);
  if (chain === undefined) return buildCall(building, name, column, [left, right]);

  const term = name === 'subtract' ? buildCall(building, 'negate', column, [right]) : right;
  if (term === undefined) return undefined;
  const joined = name === 'subtract' ? 'add' : name;
  const pair = buildCall(building, joined, column, [{ ...left, depth: left.depth - 1 }, term]);
  if (pair === undefined) return undefined;
  const expression: Expression = {
    kind: 'call',
    name: joined,
    arguments: [...chain, term.expression],
  };
  // The left side's own call is now part of this one.
  return { ...pair, expression, size: pair.size - 1 };
}

/** The terms of the left side that a chained operator continues. */
function chainOf(name: FunctionName, left: Expression): readonly Expression[] | undefined {
  if (name !== 'add' && name !== 'subtract') {
    const isChain = name === 'multiply' || name === 'and' || name === 'or';
    return isChain ? callArguments(left, name) : undefined;
  }
  const [first, second] = callArguments(left, 'subtract') ?? [];
  if (first === undefined || second === undefined) return callArguments(left, 'add');
  return [first, { kind: 'call', name: 'negate', arguments: [second] }];
}

import type { OperatorSymbol, SyntaxTree, Token } from '../../ports/formula-parser.js';

/** What is read of a node of mathjs; which fields it has depends on its type. */
interface MathjsNode {
  readonly type?: unknown;
  readonly name?: unknown;
  readonly op?: unknown;
  readonly implicit?: unknown;
  readonly content?: unknown;
  readonly fn?: unknown;
  readonly args?: unknown;
}

/** A tree that our tokens cannot have given. */
export class UnexpectedNode extends Error {
  readonly column: number;

  constructor(column: number) {
    super(`unexpected syntax at column ${column}`);
    this.column = column;
  }
}

/** A subtree with the indices of the tokens that it starts at and ends before. */
interface Placed {
  readonly tree: SyntaxTree;
  readonly start: number;
  readonly end: number;
}

const UNARY: ReadonlySet<string> = new Set(['-', 'not']);
const BINARY: ReadonlySet<string> = new Set([
  ...['+', '-', '*', '/', '^', '==', '!=', '<', '<=', '>', '>=', 'and', 'or'],
]);

/**
 * Turns mathjs' tree of placeholders into ours. Only symbols, operators, calls of a plain name and
 * parentheses are allowed, and each must stand where its token stands.
 *
 * @throws UnexpectedNode where mathjs read something that our tokens do not say
 */
export function toSyntaxTree(root: unknown, tokens: readonly Token[]): SyntaxTree {
  const placed = place(root, tokens);
  if (placed.start !== 0 || placed.end !== tokens.length) throw new UnexpectedNode(1);
  return placed.tree;
}

function place(node: unknown, tokens: readonly Token[]): Placed {
  const { type, name, op, implicit, content, fn, args } = node as MathjsNode;
  if (type === 'SymbolNode') return placeLeaf(name, tokens);
  if (type === 'ParenthesisNode') return placeParenthesis(place(content, tokens), tokens);
  if (type === 'FunctionNode' && Array.isArray(args)) return placeCall(fn, args, tokens);
  if (type === 'OperatorNode' && Array.isArray(args) && implicit !== true) {
    const operands = args.map((operand) => place(operand, tokens));
    return placeOperator(String(op), operands, tokens);
  }
  throw new UnexpectedNode(tokens[0]?.column ?? 1);
}

function placeLeaf(name: unknown, tokens: readonly Token[]): Placed {
  const index = placeholderIndex(name, tokens);
  const { kind, text, column } = expectToken(tokens, index);
  const tree: SyntaxTree =
    kind === 'number' ? { kind, text, column } : { kind: 'name', name: text, column };
  return { tree, start: index, end: index + 1 };
}

function placeholderIndex(name: unknown, tokens: readonly Token[]): number {
  const index = typeof name === 'string' && /^t\d+$/.test(name) ? Number(name.slice(1)) : -1;
  const kind = tokens[index]?.kind;
  if (kind !== 'number' && kind !== 'name') throw new UnexpectedNode(tokens[0]?.column ?? 1);
  return index;
}

function placeParenthesis(inner: Placed, tokens: readonly Token[]): Placed {
  expectToken(tokens, inner.start - 1, '(');
  expectToken(tokens, inner.end, ')');
  return { ...inner, start: inner.start - 1, end: inner.end + 1 };
}

function placeCall(fn: unknown, args: readonly unknown[], tokens: readonly Token[]): Placed {
  const called = fn as MathjsNode | null;
  if (called?.type !== 'SymbolNode') throw new UnexpectedNode(tokens[0]?.column ?? 1);
  const start = placeholderIndex(called.name, tokens);
  const { kind, text: name, column } = expectToken(tokens, start);
  if (kind !== 'name') throw new UnexpectedNode(column);
  const operands = args.map((operand) => place(operand, tokens));
  let end = start + 1;
  expectToken(tokens, end, '(');
  for (const [index, operand] of operands.entries()) {
    if (index > 0) expectToken(tokens, end, ',');
    if (operand.start !== end + 1) throw new UnexpectedNode(column);
    end = operand.end;
  }
  if (operands.length === 0) end += 1;
  expectToken(tokens, end, ')');
  const trees = operands.map(({ tree }) => tree);
  return { tree: { kind: 'call', name, column, arguments: trees }, start, end: end + 1 };
}

function placeOperator(op: string, operands: readonly Placed[], tokens: readonly Token[]): Placed {
  const [left, right] = operands;
  const isUnary = operands.length === 1;
  if (left === undefined || operands.length > 2 || !(isUnary ? UNARY : BINARY).has(op)) {
    throw new UnexpectedNode(tokens[0]?.column ?? 1);
  }
  const at = isUnary ? left.start - 1 : left.end;
  const { column } = expectToken(tokens, at, op);
  if (right !== undefined && right.start !== at + 1) throw new UnexpectedNode(column);
  const tree: SyntaxTree = {
    kind: 'operator',
    symbol: op as OperatorSymbol,
    column,
    operands: operands.map((operand) => operand.tree),
  };
  return { tree, start: isUnary ? at : left.start, end: (right ?? left).end };
}

function expectToken(tokens: readonly Token[], index: number, text?: string): Token {
  const token = tokens[index];
  if (token === undefined || (text !== undefined && token.text !== text)) {
    throw new UnexpectedNode(token?.column ?? 1);
  }
  return token;
}

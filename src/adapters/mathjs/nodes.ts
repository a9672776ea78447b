/** What mathjs' parser builds: plain records, told apart by their type. */
abstract class Node {
  abstract readonly type: string;
}
// mathjs asks the prototype whether something is a node.
Object.assign(Node.prototype, { isNode: true });

/** A name: of one of our tokens. */
export class SymbolNode extends Node {
  readonly type = 'SymbolNode';
  readonly isSymbolNode = true;
  readonly name: string;

  constructor(name: string) {
    super();
    this.name = name;
  }
}

/** A call of a function. */
export class FunctionNode extends Node {
  readonly type = 'FunctionNode';
  readonly isFunctionNode = true;
  readonly fn: unknown;
  readonly args: readonly unknown[];

  constructor(fn: unknown, args: readonly unknown[]) {
    super();
    this.fn = fn;
    this.args = args;
  }
}

/** An operator with its operands; mathjs marks a multiplication that nobody wrote. */
export class OperatorNode extends Node {
  readonly type = 'OperatorNode';
  readonly isOperatorNode = true;
  readonly op: string;
  readonly fn: string;
  readonly args: readonly unknown[];
  readonly implicit: boolean;

  constructor(op: string, fn: string, args: readonly unknown[], implicit?: boolean) {
    super();
    this.op = op;
    this.fn = fn;
    this.args = args;
    this.implicit = implicit === true;
  }
}

/** What stands in parentheses. */
export class ParenthesisNode extends Node {
  readonly type = 'ParenthesisNode';
  readonly isParenthesisNode = true;
  readonly content: unknown;

  constructor(content: unknown) {
    super();
    this.content = content;
  }
}

/** A kind of node that no formula of ours has: to make one is to refuse the formula. */
export function refused(kind: string): () => never {
  // A plain function can be called with new, as mathjs does.
  return function () {
    throw new Error(`no formula has a ${kind}`);
  };
}

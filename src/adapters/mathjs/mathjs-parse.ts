// Named access in a file of its own, so that a bundle leaves out the rest of mathjs.
import * as mathjs from 'mathjs/number';
import { FunctionNode, OperatorNode, ParenthesisNode, refused, SymbolNode } from './nodes.js';

/** What mathjs' parser is made of; its types leave the factory out. */
type CreateParse = (parts: Readonly<Record<string, unknown>>) => (text: string) => unknown;

/** A text is all that is ever parsed: no choice among types, no conversions. */
const typed = Object.assign(
  (_: string, signatures: { readonly string: unknown }) => signatures.string,
  { addConversion: () => undefined },
);

// The parser alone, over nodes of our own that can be read and nothing else: mathjs' own nodes
// know how to evaluate themselves, and bring a third of mathjs with them.
const parse = (mathjs as unknown as { readonly createParse: CreateParse }).createParse({
  SymbolNode,
  FunctionNode,
  OperatorNode,
  ParenthesisNode,
  AccessorNode: refused('AccessorNode'),
  ArrayNode: refused('ArrayNode'),
  AssignmentNode: refused('AssignmentNode'),
  BlockNode: refused('BlockNode'),
  ConditionalNode: refused('ConditionalNode'),
  ConstantNode: refused('ConstantNode'),
  FunctionAssignmentNode: refused('FunctionAssignmentNode'),
  IndexNode: refused('IndexNode'),
  ObjectNode: refused('ObjectNode'),
  RangeNode: refused('RangeNode'),
  RelationalNode: refused('RelationalNode'),
  config: { number: 'number' },
  numeric: refused('number'),
  typed,
});

/** mathjs' parser, with none of its functions, units and evaluators. */
export function parseText(text: string): unknown {
  return parse(text);
}

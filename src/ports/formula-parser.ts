// The domain defines what it needs of a parser, because it may not import a port.
export type { FormulaParser, OperatorSymbol, SyntaxTree, Token } from '../domain/formula/index.js';

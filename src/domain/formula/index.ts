export { compileFormula, type CompiledFormula } from './compile-formula.js';
export { compileFloat, type FloatKernel } from './compile-float.js';
export { evaluateFormula, type Surroundings } from './evaluate-formula.js';
export type { Expression, FunctionName, ValueType } from './expression.js';
export { FORMULA_FAULT_CODES, type FormulaFaultCode } from './fault-codes.js';
export {
  FLOAT_STATUS,
  floatColumn,
  type FloatColumn,
  type FloatSurroundings,
} from './float-column.js';
export type { FormulaFault } from './formula-fault.js';
export { formulaInWords, yearsBackInWords, type FormulaWords } from './formula-in-words.js';
export { formulaWithNumbers, PLAIN_NUMBERS, type NumberWords } from './formula-with-numbers.js';
export type { Gap, Outcome, UndefinedReason } from './outcome.js';
export { referencesOf, type Reference } from './references-of.js';
export type { NameMeaning, ResolveName } from './resolve-name.js';
export { shiftYears } from './shift-years.js';
export type { FormulaParser, OperatorSymbol, SyntaxTree } from './syntax-tree.js';
export type { Token } from './token.js';
export { FUNCTION_NAMES, isReservedName } from './written-functions.js';

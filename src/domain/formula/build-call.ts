import { decimalText, type Decimal } from '../kernel/decimal.js';
import type { Built, Building } from './built.js';
import type { Expression, FunctionName } from './expression.js';
import { formulaFault, type FormulaFault } from './formula-fault.js';
import { FUNCTIONS } from './functions.js';
import { MAX_COSTLY_CALLS, MAX_DEPTH, MAX_EXPONENT, MAX_SIZE } from './limits.js';
import { isWithinRange } from './ranges.js';

/**
 * Makes a call of parts that are built: checks the types of its arguments, the limits, and that
 * numbers which the formula itself writes down can be computed.
 */
export function buildCall(
  building: Building,
  name: FunctionName,
  column: number,
  operands: readonly Built[],
): Built | undefined {
  const before = building.faults.length;
  for (const fault of typeFaults(name, operands)) building.faults.push(fault);
  if (building.faults.length > before) return undefined;

  const expression: Expression = {
    kind: 'call',
    name,
    arguments: operands.map((operand) => operand.expression),
  };
  const depth = 1 + Math.max(...operands.map((operand) => operand.depth));
  const size = operands.reduce((sum, operand) => sum + operand.size, 1);
  const computed = constantOf(building, name, column, operands);
  const fault = limitFault(column, depth, size) ?? computed.fault;
  if (fault !== undefined) {
    building.faults.push(fault);
    return undefined;
  }
  const type = FUNCTIONS[name].gives;
  return { expression, type, column, depth, size, constant: computed.value };
}

function typeFaults(name: FunctionName, operands: readonly Built[]): readonly FormulaFault[] {
  return operands.flatMap(({ type, column }, index) => {
    const wanted = name === 'if' && index === 0 ? 'truth' : FUNCTIONS[name].takes;
    if (type === wanted) return [];
    const code = wanted === 'truth' ? 'formula-truth-wanted' : 'formula-number-wanted';
    return [formulaFault(code, column, { name })];
  });
}

/** Whether a tree has grown too deep or too large. */
export function limitFault(column: number, depth: number, size: number): FormulaFault | undefined {
  if (depth > MAX_DEPTH) return formulaFault('formula-too-deep', column, { limit: MAX_DEPTH });
  return size > MAX_SIZE
    ? formulaFault('formula-too-large', column, { limit: MAX_SIZE })
    : undefined;
}

interface Computed {
  readonly value: Decimal | undefined;
  readonly fault?: FormulaFault;
}

/** The value of a call that reads nothing, so that `9^9^9` and `1/0` are refused at once. */
function constantOf(
  building: Building,
  name: FunctionName,
  column: number,
  operands: readonly Built[],
): Computed {
  const { isCostly, decimal: compute } = FUNCTIONS[name];
  if (isCostly) {
    building.costlyCalls += 1;
    if (building.costlyCalls > MAX_COSTLY_CALLS)
      return { value: undefined, ...tooCostly(building, column) };
  }
  const last = operands.at(-1)?.constant;
  if (name === 'power' && last?.abs().greaterThan(MAX_EXPONENT) === true) {
    const facts = { exponent: decimalText(last), limit: MAX_EXPONENT };
    return { value: undefined, fault: formulaFault('formula-exponent', column, facts) };
  }
  if ((name === 'divide' || name === 'rate') && last?.isZero() === true) {
    return undefinedConstant(column, 'zeroDenominator');
  }
  const values = operands.flatMap(({ constant }) => (constant === undefined ? [] : [constant]));
  if (values.length < operands.length) return { value: undefined };
  const value = compute(values);
  if (typeof value === 'string') return undefinedConstant(column, value);
  return isWithinRange(value) ? { value } : undefinedConstant(column, 'outOfRange');
}

function undefinedConstant(column: number, reason: string): Computed {
  return {
    value: undefined,
    fault: formulaFault('formula-constant-undefined', column, { reason }),
  };
}

/** Told once, at the call that is one too many. */
function tooCostly(building: Building, column: number): { readonly fault?: FormulaFault } {
  if (building.costlyCalls > MAX_COSTLY_CALLS + 1) return {};
  return { fault: formulaFault('formula-too-costly', column, { limit: MAX_COSTLY_CALLS }) };
}

import { decimal, decimalText } from '../kernel/decimal.js';
import { nearestName } from '../kernel/nearest-name.js';
import { buildOperator } from './build-operator.js';
import type { Built, Building } from './built.js';
import { buildWrittenCall } from './build-written-call.js';
import type { Expression } from './expression.js';
import { formulaFault } from './formula-fault.js';
import type { SyntaxTree } from './syntax-tree.js';
import { isReservedName, WRITTEN_FUNCTIONS } from './written-functions.js';

/**
 * Turns a syntax tree into an expression: names resolved, functions and types checked, `growth`
 * and `previous` written out. A part with a fault is left out, the rest is still checked.
 */
export function buildExpression(building: Building, tree: SyntaxTree): Built | undefined {
  switch (tree.kind) {
    case 'number': {
      const value = decimal(tree.text);
      return {
        ...leaf({ kind: 'number', text: decimalText(value) }, tree.column),
        constant: value,
      };
    }
    case 'name':
      return buildName(building, tree.name, tree.column);
    case 'operator':
      return buildOperator(building, tree, buildExpression);
    case 'call':
      return buildWrittenCall(building, tree, buildExpression);
  }
}

function leaf(expression: Expression, column: number): Built {
  return { expression, type: 'number', column, depth: 1, size: 1, constant: undefined };
}

function buildName(building: Building, id: string, column: number): Built | undefined {
  if (isReservedName(id)) {
    building.faults.push(formulaFault('formula-function-without-arguments', column, { name: id }));
    return undefined;
  }
  const meaning = building.resolve(id);
  switch (meaning?.kind) {
    case 'metric':
      return leaf({ kind: 'metric', id, yearsBack: 0 }, column);
    case 'parameter':
      return leaf({ kind: 'parameter', id }, column);
    case 'forbidden':
      building.faults.push(formulaFault(`formula-${meaning.reason}-metric`, column, { name: id }));
      return undefined;
    case undefined: {
      const names = [...(building.resolve.known ?? []), ...WRITTEN_FUNCTIONS.keys()];
      const nearest = nearestName(id, names) ?? '';
      building.faults.push(formulaFault('formula-unknown-name', column, { name: id, nearest }));
      return undefined;
    }
  }
}

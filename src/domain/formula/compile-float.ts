import type { Expression } from './expression.js';
import { floatColumn, type FloatColumn, type FloatSurroundings } from './float-column.js';
import { fillCall } from './fill-call.js';
import { FUNCTIONS } from './functions.js';

/** Computes a formula for all regions at once into a column; true and false are 1 and 0. */
export type FloatKernel = (surroundings: FloatSurroundings, output: FloatColumn) => void;

/** Gives the column of one part of a formula. */
type Part = (surroundings: FloatSurroundings) => FloatColumn;

/**
 * Compiles a formula for analysis: what {@link evaluateFormula} computes, in floats, for all
 * regions at once. Never for an official score. A kernel keeps its working columns between runs,
 * so one kernel serves one thread.
 *
 * @example
 * const fill = compileFloat(expression);
 * fill(surroundings, output); // output.values and output.statuses now hold a row per region
 */
export function compileFloat(expression: Expression): FloatKernel {
  if (expression.kind !== 'call') {
    const part = compilePart(expression);
    return (surroundings, output) => {
      const { values, statuses } = part(surroundings);
      output.values.set(values.subarray(0, surroundings.rows));
      output.statuses.set(statuses.subarray(0, surroundings.rows));
    };
  }
  const entry = FUNCTIONS[expression.name];
  const parts = expression.arguments.map(compilePart);
  return (surroundings, output) => {
    const columns = parts.map((part) => part(surroundings));
    fillCall(entry, columns, output, surroundings.rows);
  };
}

function compilePart(expression: Expression): Part {
  switch (expression.kind) {
    case 'metric':
      return (surroundings) => surroundings.metric(expression.id, expression.yearsBack);
    case 'target':
      return (surroundings) => surroundings.target(expression.id);
    case 'number': {
      const value = Number(expression.text);
      return compileScalar(() => value);
    }
    case 'parameter':
      return compileScalar((surroundings) => surroundings.parameter(expression.id));
    case 'call': {
      const fill = compileFloat(expression);
      const columnFor = workingColumn();
      return (surroundings) => {
        const column = columnFor(surroundings.rows);
        fill(surroundings, column);
        return column;
      };
    }
  }
}

/** A column that has the same number in each row. */
function compileScalar(read: (surroundings: FloatSurroundings) => number): Part {
  const columnFor = workingColumn();
  return (surroundings) => {
    const column = columnFor(surroundings.rows);
    const value = read(surroundings);
    if (column.values[0] !== value) column.values.fill(value);
    return column;
  };
}

/** A column that is kept while the number of regions stays the same. */
function workingColumn(): (rows: number) => FloatColumn {
  let column = floatColumn(0);
  return (rows) => {
    if (column.values.length !== rows) column = floatColumn(rows);
    return column;
  };
}

import { FLOAT_STATUS, type FloatColumn } from './float-column.js';
import { SKIPPED_GAPS, type FunctionEntry } from './function-entry.js';
import { isFloatWithinRange } from './ranges.js';

const { present, notApplicable, undefined: undefinedStatus } = FLOAT_STATUS;

/** Fills a column with a function of other columns, row by row. */
export function fillCall(
  entry: FunctionEntry,
  columns: readonly FloatColumn[],
  output: FloatColumn,
  rows: number,
): void {
  const row = { values: columns.map(() => 0), count: columns.length };
  for (let index = 0; index < rows; index += 1) {
    let status: number = gather(columns, index, row.values);
    row.count = columns.length;
    if (status !== present) status = resolveGaps(entry, columns, index, row, status);
    if (status === present) {
      const value = entry.float(row.values, row.count);
      output.values[index] = value;
      if (!isFloatWithinRange(value)) status = undefinedStatus;
    }
    output.statuses[index] = status;
  }
}

/** The values of a row that a kernel is given. */
interface Row {
  readonly values: number[];
  count: number;
}

/** Reads a row, and gives the status that outweighs the others. */
function gather(columns: readonly FloatColumn[], index: number, into: number[]): number {
  let worst: number = present;
  for (let position = 0; position < columns.length; position += 1) {
    const column = columns[position];
    if (column === undefined) continue;
    const status = column.statuses[index] ?? present;
    if (status > worst) worst = status;
    into[position] = column.values[index] ?? Number.NaN;
  }
  return worst;
}

/** What the function makes of a row in which something is not there. */
function resolveGaps(
  entry: FunctionEntry,
  columns: readonly FloatColumn[],
  index: number,
  row: Row,
  worst: number,
): number {
  const statuses = columns.map((column) => column.statuses[index] ?? present);
  switch (entry.gaps) {
    case 'strict':
      return worst;
    case 'choosing': {
      const [condition = worst, then = worst, otherwise = worst] = statuses;
      if (condition !== present) return condition;
      return row.values[0] === 0 ? otherwise : then;
    }
    case 'deciding': {
      keepPresent(row, statuses);
      return entry.float(row.values, row.count) === entry.float([], 0) ? worst : present;
    }
    case 'skipping':
    case 'counting': {
      keepPresent(row, statuses);
      const skipped = SKIPPED_GAPS[entry.gaps].map((status) => FLOAT_STATUS[status]);
      const standing = statuses.filter((status) => !skipped.some((one) => one === status));
      const remaining = Math.max(present, ...standing);
      return remaining === present && row.count === 0 && entry.gaps === 'skipping'
        ? notApplicable
        : remaining;
    }
  }
}

function keepPresent(row: Row, statuses: readonly number[]): void {
  row.count = 0;
  for (const [position, status] of statuses.entries()) {
    if (status !== present) continue;
    row.values[row.count] = row.values[position] ?? Number.NaN;
    row.count += 1;
  }
}

/**
 * The status of a float, one byte. They are in the order in which one outweighs another: the
 * status of a strict result is the largest among its arguments'.
 */
export const FLOAT_STATUS = {
  present: 0,
  undefined: 1,
  notApplicable: 2,
  missing: 3,
  pending: 4,
} as const;

/** One float per region, with its status; a value counts only where it is present. */
export interface FloatColumn {
  readonly values: Float64Array;
  readonly statuses: Uint8Array;
}

/**
 * A column with a row for each region, all present and nought.
 *
 * @example floatColumn(8) // eight rows
 */
export function floatColumn(rows: number): FloatColumn {
  return { values: new Float64Array(rows), statuses: new Uint8Array(rows) };
}

/** Where a float kernel finds its columns; each has at least `rows` rows. */
export interface FloatSurroundings {
  readonly rows: number;
  metric(id: string, yearsBack: number): FloatColumn;
  target(id: string): FloatColumn;
  parameter(id: string): number;
}

import { MISSING, type Cell } from '../kernel/status.js';
import type { ComputedRun } from './run.js';

/** What a run holds for one region in one column; missing where the plan has no such column. */
export function columnCell(run: ComputedRun, name: string, index: number): Cell {
  return run.field.find(name)?.[index] ?? MISSING;
}

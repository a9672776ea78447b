import {
  describeColumns,
  describeResults,
  describeSet,
  type ColumnPart,
  type RegionResultPart,
  type SetPart,
} from '../domain/documents/index.js';
import type { ScoredYear } from './score-set.js';

/** What a table says of a scored year, in ready texts. */
export interface ResultView {
  readonly set: SetPart;
  readonly period: string;
  readonly regions: readonly RegionResultPart[];
  readonly columns: readonly ColumnPart[];
}

/** The result of a scored year as people read it. */
export function viewResult({ set, run }: ScoredYear): ResultView {
  return {
    set: describeSet(set, run, set.disclaimer ?? null),
    period: run.plan.period,
    regions: describeResults(set, run),
    columns: describeColumns(set),
  };
}

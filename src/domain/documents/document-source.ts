import type { IndicatorSet } from '../indicators/index.js';
import type { YearData } from '../metrics/index.js';
import type { Run } from '../scoring/index.js';
import type { FindingPart } from './parts/result.schema.js';
import type { DocumentRecords } from './records/records.schema.js';

/** Everything that a document may speak of. */
export interface DocumentSource {
  readonly set: IndicatorSet;
  readonly run: Run;
  readonly data: YearData;
  /** With their sentences, which the domain does not make. */
  readonly findings: readonly FindingPart[];
  readonly records: DocumentRecords;
  /** 规则变更前后: the same data scored by another set; null where none was named. */
  readonly comparison: RuleComparison | null;
}

/** One region's standing by two sets. */
export interface RuleComparison {
  readonly before: { readonly id: string; readonly version: string; readonly title: string };
  readonly regions: readonly {
    readonly id: string;
    readonly name: string;
    readonly before: Standing;
    readonly after: Standing;
  }[];
}

/** Score, rank and grade; all null where a region is not assessed. */
export interface Standing {
  readonly score: string | null;
  readonly rank: number | null;
  readonly grade: string | null;
}

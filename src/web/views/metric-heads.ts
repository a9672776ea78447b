import type { DraftPreview } from '../preview-draft.js';

/** One line of the form. */
export interface MetricRow {
  readonly node: HTMLElement;
  update(shown: DraftPreview): void;
}

/** The heads of the columns. */
export const METRIC_HEADS = ['填报数据', '上年、目标', '本年', '数据来源', '状态'] as const;

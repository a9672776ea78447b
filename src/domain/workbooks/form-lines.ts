import type { IndicatorSet } from '../indicators/index.js';
import type { SheetCell } from './workbook.js';

/** 2015年度（2014-07-01至2015-06-30）. */
export function periodWords(set: IndicatorSet, period: string): string {
  const year = /^\d{4}$/.test(period) ? `${period}年度` : period;
  return period === set.year ? `${year}（${set.window.from}至${set.window.to}）` : year;
}

/** The two lines above each table: for whom and which year; who fills it in. */
export function formLines(
  label: string,
  name: string,
  period: string,
): readonly (readonly SheetCell[])[] {
  const fill = (text: string): SheetCell => ({ look: 'inputText', text });
  return [
    [
      { look: 'line', text: `${label}：${name}` },
      { look: 'line', text: `考核年度：${period}` },
    ],
    [fill('填报人：'), fill('审核人：'), fill('日期：')],
  ];
}

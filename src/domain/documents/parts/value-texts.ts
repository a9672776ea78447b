import type { IndicatorSet, Metric } from '../../indicators/index.js';
import { decimal, decimalText, printDecimal } from '../../kernel/decimal.js';
import { periodYearsBack } from '../../kernel/period.js';
import { valueTable, type YearData } from '../../metrics/index.js';
import { STATUS_WORDS, unitText } from '../../scoring/index.js';

/** Computed rates are printed to two places; a submitted number stands as it was submitted. */
const RATE_PLACES = 2;

/** Reads a region's value as a form prints it, with its unit; empty where there is none. */
export type ValueTexts = (region: string, metric: string, yearsBack: number) => string;

/**
 * Prepares the reading of a year's values. Nothing is imputed: what was not submitted is a blank.
 *
 * @example valueTexts(set, data)('xining', 'mfg_rate', 0) // '94.63%'
 */
export function valueTexts(set: IndicatorSet, data: YearData): ValueTexts {
  const table = valueTable(data, set);
  const submitted = new Map(
    data.values.map((one) => [`${one.region} ${one.metric} ${one.period}`, one]),
  );
  return (region, id, yearsBack) => {
    const metric = set.metrics.get(id);
    if (metric === undefined) return '';
    const period = periodYearsBack(data.period, yearsBack);
    const own = submitted.get(`${region} ${id} ${period}`);
    if (own !== undefined && own.status !== 'present') return STATUS_WORDS[own.status];
    if (own !== undefined) return answerText(metric, own.text);
    // A predecessor's number, or a computed one.
    const cell = table.cell(region, id, yearsBack);
    if (cell.status !== 'present') {
      return cell.status === 'missing' ? '' : STATUS_WORDS[cell.status];
    }
    if (metric.levels.size > 0) return '';
    const isLong = cell.value.decimalPlaces() > RATE_PLACES;
    const number = isLong ? printDecimal(cell.value, RATE_PLACES) : decimalText(cell.value);
    return `${number}${unitText(metric.unit)}`;
  };
}

function answerText(metric: Metric, text: string): string {
  const level = metric.levels.get(text);
  if (level !== undefined) return level;
  if (metric.type === 'text') return text;
  // The number as it was typed: 96.50 is not 96.5 to whoever signs for it.
  return metric.type === 'stated' || metric.type === 'published'
    ? `${text}${unitText(metric.unit)}`
    : `${decimalText(decimal(text))}${unitText(metric.unit)}`;
}

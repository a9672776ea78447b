import type { Metric } from '../indicators/index.js';
import { decimal, decimalText, type Decimal } from '../kernel/decimal.js';
import { nearestName } from '../kernel/nearest-name.js';
import type { FieldName } from './data-record.js';
import { halfWidth } from './read-number.js';
import { near, type RecordReader } from './record-reader.js';

const YES = new Set(['yes', 'true', '1', '是', '有', '√', '✓', '✔']);
const NO = new Set(['no', 'false', '0', '否', '×', '✗', '✘']);

/**
 * Reads an answer by the type of its metric, into the one text that is hashed: a decimal without
 * trailing noughts, `yes` or `no`, a level's code, a text. A stated rate keeps the decimals that
 * were printed: they say how it was rounded.
 */
export function readMetricText(
  reader: RecordReader,
  field: FieldName,
  metric: Metric,
): string | undefined {
  const facts = { metric: metric.label, text: reader.text(field) ?? '' };
  switch (metric.type) {
    case 'text':
      return reader.text(field);
    case 'yesNo': {
      const word = halfWidth(facts.text).toLowerCase();
      if (YES.has(word)) return 'yes';
      return NO.has(word) ? 'no' : reader.fault('data-not-yes-no', field, facts);
    }
    case 'level': {
      const level = [...metric.levels].find(
        ([code, name]) => code === facts.text || name === facts.text,
      );
      if (level !== undefined) return level[0];
      return reader.fault('data-unknown-level', field, {
        ...facts,
        choices: [...metric.levels].map(([code, name]) => `${code}（${name}）`).join('、'),
        ...near(nearestName(facts.text, [...metric.levels].flat())),
      });
    }
    default: {
      const number = reader.number(field, metric.unit);
      if (number === undefined || !isWithinBounds(reader, field, metric, number.value)) {
        return undefined;
      }
      return metric.type === 'stated'
        ? number.value.toFixed(number.places)
        : decimalText(number.value);
    }
  }
}

/** A count is whole and at least nought, whatever else the set says. */
function isWithinBounds(
  reader: RecordReader,
  field: FieldName,
  metric: Metric,
  value: Decimal,
): boolean {
  const text = decimalText(value);
  if (metric.type === 'count' && !value.isInteger()) {
    reader.fault('data-not-whole', field, { metric: metric.label, text });
    return false;
  }
  const min = metric.min ?? (metric.type === 'count' ? '0' : undefined);
  const isTooSmall = min !== undefined && value.lessThan(decimal(min));
  const isTooLarge = metric.max !== undefined && value.greaterThan(decimal(metric.max));
  if (!isTooSmall && !isTooLarge) return true;
  reader.fault('data-out-of-range', field, {
    metric: metric.label,
    text,
    ...(min === undefined ? {} : { min }),
    ...(metric.max === undefined ? {} : { max: metric.max }),
  });
  return false;
}

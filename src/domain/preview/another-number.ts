import type { Metric } from '../indicators/index.js';
import { decimal } from '../kernel/decimal.js';
import type { SkippedValue, SubmittedValue } from '../metrics/year-data.js';
import type { InputScalar, ValueCell } from './preview-input.js';

/** Metrics whose text is the plain decimal that was stated. */
const NUMBERS: ReadonlySet<string> = new Set(['count', 'amount', 'rate', 'published']);

/** The text that is hashed: neither sign nor needless noughts, and few enough digits. */
const PLAIN = /^(?:0|[1-9]\d{0,14})(?:\.\d{0,13}[1-9])?$/;
const WHOLE = /^\d+$/;
const ENDS_IN_DIGIT = /[\d.]\s*$/;

type Read = SubmittedValue | SkippedValue;

/**
 * Reads a plain number in the place of one that was read before, where nothing else of the cell has
 * changed: it is the same record with another text. Whatever is not quite so plain is left to the
 * full reading; a property test holds the two against each other.
 *
 * @param metric what the number is of
 * @returns undefined where no number of this metric can be read so
 */
export function readAnotherNumber(
  metric: Metric | undefined,
): ((before: Read, last: ValueCell, cell: ValueCell) => Read | undefined) | undefined {
  if (metric === undefined || !NUMBERS.has(metric.type)) return undefined;
  // A number that ends like its unit could be cut.
  if (metric.unit !== undefined && ENDS_IN_DIGIT.test(metric.unit.normalize('NFKC')))
    return undefined;
  const isCount = metric.type === 'count';
  const least = metric.min === undefined ? undefined : decimal(metric.min);
  const most = metric.max === undefined ? undefined : decimal(metric.max);
  return (before, last, cell) => {
    if (!('status' in before) || before.status !== 'present' || !isSameBeside(last, cell)) {
      return undefined;
    }
    const stated = numberOf(cell);
    if (typeof stated !== 'number' && typeof stated !== 'string') return undefined;
    const text = String(stated);
    if (!PLAIN.test(text) || Object.is(stated, -0) || (isCount && !WHOLE.test(text))) {
      return undefined;
    }
    if (least?.greaterThan(text) === true || most?.lessThan(text) === true) return undefined;
    return { ...before, text };
  };
}

function numberOf(cell: ValueCell): InputScalar | undefined {
  return isObject(cell) ? cell.value : cell;
}

/** Whether two cells say the same of a value, whatever the value is. */
export function isSameBeside(one: ValueCell, other: ValueCell): boolean {
  if (!isObject(one) || !isObject(other)) return !isObject(one) && !isObject(other);
  return (
    one.status === other.status &&
    one.source === other.source &&
    one.verifier === other.verifier &&
    one.reason === other.reason &&
    one.issuer === other.issuer &&
    one.document === other.document &&
    one.date === other.date &&
    one.sample === other.sample
  );
}

/** Whether more than a value is stated. */
export function isObject<T>(cell: T): cell is T & object {
  return typeof cell === 'object' && cell !== null;
}

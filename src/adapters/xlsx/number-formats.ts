import { decimal, decimalText, HUNDRED } from '../../domain/kernel/decimal.js';
import type { RawCell } from '../../domain/workbooks/raw-workbook.js';

/** What a number format makes of a number, as far as it changes its meaning. */
export interface NumberFormat {
  readonly kind: 'number' | 'percent' | 'date';
  /** Decimals that are always shown. */
  readonly places: number;
}

const GENERAL: NumberFormat = { kind: 'number', places: 0 };

/** Dates among the formats that Excel knows by number alone: 27 to 36 and 50 to 58 are East Asian. */
const DATE_IDS: readonly (readonly [first: number, last: number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

function builtIn(id: number): NumberFormat {
  if (DATE_IDS.some(([first, last]) => id >= first && id <= last))
    return { kind: 'date', places: 0 };
  if (id === 9 || id === 10) return { kind: 'percent', places: id === 10 ? 2 : 0 };
  return [2, 4, 39, 40].includes(id) ? { kind: 'number', places: 2 } : GENERAL;
}

/** Reads a number format: its own code where the file gives one, else what its number stands for. */
export function numberFormat(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) return builtIn(id);
  // What stands in quotation marks, in brackets or behind a backslash is text.
  const [positive = ''] = code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, '').split(';');
  const places = /0\.(0+)/.exec(positive)?.[1]?.length ?? 0;
  if (positive.includes('%')) return { kind: 'percent', places };
  if (/[ymdhs年月日]/i.test(positive) && !/general|[e0#]/i.test(positive)) {
    return { kind: 'date', places: 0 };
  }
  return { kind: 'number', places };
}

/**
 * A stored number as a person sees it. Excel keeps floats and shows 15 digits: the shortest decimal
 * of these is the number that was typed.
 *
 * @example numberCell('0.97799999999999998', { kind: 'percent', places: 2 }, false)
 * // { text: '97.80%', kind: 'percent' }
 */
export function numberCell(
  stored: string,
  format: NumberFormat,
  is1904: boolean,
): Pick<RawCell, 'text' | 'kind'> {
  const value = Number(stored);
  if (!Number.isFinite(value)) return { text: stored, kind: 'text' };
  switch (format.kind) {
    case 'date':
      return { text: dateText(value, is1904), kind: 'date' };
    case 'percent': {
      const percent = decimal(value.toPrecision(15)).times(HUNDRED);
      return { text: `${withPlaces(decimalText(percent), format.places)}%`, kind: 'percent' };
    }
    default: {
      const text = isShortest(stored) ? stored : shortest(value);
      return { text: withPlaces(text, format.places), kind: 'number' };
    }
  }
}

/**
 * Whether a person sees the number just as it is stored: most of a form's numbers, told without
 * making a number of them.
 */
export function isPlainNumber(stored: string, { kind, places }: NumberFormat): boolean {
  return kind === 'number' && places === 0 && isShortest(stored);
}

/** Most numbers are stored as they were typed, in at most 15 digits. */
function isShortest(stored: string): boolean {
  return stored.length <= 15 && /^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/.test(stored) && stored !== '-0';
}

/** The shortest decimal with the 15 digits that Excel shows. */
function shortest(value: number): string {
  const text = Number.isSafeInteger(value) ? String(value) : String(Number(value.toPrecision(15)));
  // Only the very large and the very small are written with an exponent.
  return text.includes('e') ? decimalText(decimal(value.toPrecision(15))) : text;
}

/** Adds the noughts that the format shows; it never takes away a digit that is stored. */
function withPlaces(text: string, places: number): string {
  if (places === 0) return text;
  const [whole = '', fraction = ''] = text.split('.');
  const shown = fraction.padEnd(places, '0');
  return shown === '' ? whole : `${whole}.${shown}`;
}

const DAY_MS = 24 * 3600 * 1000;

function dateText(serial: number, is1904: boolean): string {
  // Excel believes that 1900 was a leap year; from March 1900 on, counting from 30 December helps.
  const epoch = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const moment = new Date(epoch + Math.round((serial * DAY_MS) / 1000) * 1000);
  if (Number.isNaN(moment.getTime())) return String(serial);
  const [day = '', time = ''] = moment.toISOString().split('T');
  return serial % 1 === 0 ? day : `${day} ${time.slice(0, 8)}`;
}

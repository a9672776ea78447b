import { parseDecimal, type Decimal } from '../kernel/decimal.js';
import type { DataFaultCode } from './fault-codes.js';

/** A number that was written by a person, or what is wrong with it. */
export type NumberReading =
  | { readonly ok: true; readonly value: Decimal; readonly places: number }
  | { readonly ok: false; readonly code: DataFaultCode };

/** What asks for 不适用: none of these is a number, and none is a blank. */
const NOT_APPLICABLE = new Set(['不适用', '/', '-', '--', '—', '——', '－', '–', 'n/a', 'na']);

/** 无 may mean nought, missing or not applicable: only who wrote it can tell. */
const UNCLEAR = new Set(['无', '没有', '暂无', 'none', 'nil', 'null', '?', '？', '*', '…', '...']);

/** 缺报 says in a word what a blank says. */
const BLANK = new Set(['', '缺报', '未报', '缺']);

const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const SCIENTIFIC = /^[+-]?(?:\d+\.?\d*|\.\d+)e[+-]?\d+$/i;

/** More digits than the language keeps of a result can only be a slip. */
const MAX_DIGITS = 30;

/**
 * What kind of answer a text is before it is read as a number.
 *
 * @example answerKind('不适用') // 'notApplicable'
 * @example answerKind('0') // 'answer'
 */
export function answerKind(text: string): 'blank' | 'notApplicable' | 'unclear' | 'answer' {
  const word = text.trim().toLowerCase();
  if (BLANK.has(word)) return 'blank';
  if (NOT_APPLICABLE.has(word)) return 'notApplicable';
  return UNCLEAR.has(word) ? 'unclear' : 'answer';
}

/** Most texts are half-width already. */
const HALF_WIDTH = /^[ -~]*$/;

/** Full-width letters, digits and signs as half-width ones. */
export function halfWidth(text: string): string {
  if (HALF_WIDTH.test(text)) return text.trim();
  return text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ')
    .replaceAll('\u2212', '-')
    .trim();
}

/**
 * Reads a number as clerks write it: full-width digits, thousands separators, the unit behind it.
 * What could mean two numbers is refused.
 *
 * @param unit the unit of the metric; a text may end with it
 * @example readNumber('１６，０９２', '批次') // 16092
 * @example readNumber('97.8%', '%') // 97.8
 * @example readNumber('1,5', undefined) // data-number-ambiguous: 1.5 or 15?
 */
export function readNumber(text: string, unit: string | undefined): NumberReading {
  let number = halfWidth(text);
  const suffix = halfWidth(unit ?? '');
  if (suffix !== '' && number.endsWith(suffix)) number = number.slice(0, -suffix.length).trim();
  else if (/[%‰]$/.test(number)) return { ok: false, code: 'data-percent-unit' };
  if (GROUPED.test(number)) number = number.replaceAll(',', '');
  if (/^[+-]?\d[\d.]*[, '][\d, .']*\d$/.test(number)) {
    return { ok: false, code: 'data-number-ambiguous' };
  }
  if (SCIENTIFIC.test(number)) return { ok: false, code: 'data-number-scientific' };
  const value = parseDecimal(number);
  if (value === undefined) return { ok: false, code: 'data-not-a-number' };
  if (number.replace(/\D/g, '').length > MAX_DIGITS) return { ok: false, code: 'data-number-long' };
  return { ok: true, value, places: number.split('.')[1]?.length ?? 0 };
}

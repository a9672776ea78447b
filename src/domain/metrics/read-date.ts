import { halfWidth } from './read-number.js';

const FORMS = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
  /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日$/,
  /^(\d{4})(\d{2})(\d{2})$/,
];

/**
 * Reads a calendar date in the forms that offices use, year first; the date must exist.
 *
 * @returns the date as 2015-03-05, or undefined
 * @example readDate('2015年3月5日') // '2015-03-05'
 * @example readDate('2015/2/30') // undefined
 */
export function readDate(text: string): string | undefined {
  const plain = halfWidth(text);
  for (const form of FORMS) {
    const [, year, month, day] = form.exec(plain) ?? [];
    if (year === undefined || month === undefined || day === undefined) continue;
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return dayExists(date) ? date : undefined;
  }
  return undefined;
}

function dayExists(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
}

/**
 * A date as an official document writes it: Arabic numerals without leading noughts.
 *
 * @param date YYYY-MM-DD
 * @example chineseDate('2015-07-01') // '2015年7月1日'
 */
export function chineseDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${year}年${String(Number(month))}月${String(Number(day))}日`;
}

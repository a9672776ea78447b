/** How a formula begins; a Chinese spreadsheet takes full-width signs for one, too. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;
const NUMBER = /^-?\d+(?:\.\d+)?$/;

/**
 * A line of CSV by RFC 4180. A text that a spreadsheet would take for a formula begins with an
 * apostrophe, which keeps it a text.
 *
 * @example csvLine(['西宁市', '-0.5', '=1+1']) // "西宁市,-0.5,'=1+1\r\n"
 */
export function csvLine(fields: readonly string[]): string {
  const cells = fields.map((field) => {
    const safe = FORMULA.test(field) && !NUMBER.test(field) ? `'${field}` : field;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  });
  return `${cells.join(',')}\r\n`;
}

/**
 * What a cell said before it was kept a text.
 *
 * @example fromCsvCell("'=1+1") // '=1+1'
 */
export function fromCsvCell(text: string): string {
  return text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;
}

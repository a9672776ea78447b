import Table from 'cli-table3';

/** A table for a terminal or a pipe: no colours, full-width characters aligned. */
export function plainTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  rightAligned: readonly number[],
): string {
  const table = new Table({
    head: [...head],
    colAligns: head.map((_, index) => (rightAligned.includes(index) ? 'right' : 'left')),
    style: { head: [], border: [], compact: true },
  });
  table.push(...rows.map((row) => [...row]));
  return `${table.toString()}\n`;
}

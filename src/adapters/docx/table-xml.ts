import { columnsOf, textOf, type PaperTable, type TableCell } from '../../domain/papers/index.js';
import { textWidth } from '../../domain/kernel/text-width.js';
import { element, type ParagraphContext } from './paragraph-xml.js';
import { inlinesXml } from './run-xml.js';
import { inOrder, type Properties } from './xml.js';

/** Sizes of a table's text in half points, from 小四 down; the largest one that fits is taken. */
const SIZES = [28, 24, 21, 18, 15, 13] as const;

/** A longer text reads better flush left. */
const SHORT = 14;

/** No column asks for more, in full-width characters: what is longer breaks into lines. */
const WIDEST = 20;

/** A cell with a long text, or with many lines, all the same asks for more than one with two. */
const WIDEST_OF_LONG: readonly (readonly [length: number, width: number])[] = [
  [150, 45],
  [60, 30],
];

/** What is smaller than 小五 is hard to read; long texts rather stand in more lines. */
const READABLE = [21, 18] as const;

/** Room left and right in a cell, in twips. */
const MARGINS = 2 * 108;

const CELL_ORDER = ['tcW', 'gridSpan', 'vMerge', 'vAlign'];
const TABLE_ORDER = ['tblStyle', 'tblW', 'jc', 'tblLayout', 'tblCellMar', 'tblLook'];

/** Said on each table: LibreOffice does not take them from the style. */
const CELL_MARGINS = '<w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>';

/** One table, its heads repeated on every page and its rows whole. */
export function tableXml(table: PaperTable, context: ParagraphContext): string {
  const columns = columnsOf(table);
  if (columns === 0) return '';
  const { widths, size } = layOut(table, columns, context.width);
  const look = { firstRow: 1, lastRow: 0, firstColumn: 0, lastColumn: 0, noHBand: 1, noVBand: 1 };
  const properties = inOrder(TABLE_ORDER, {
    tblStyle: { val: 'OfficialTable' },
    tblW: { w: widths.reduce((sum, one) => sum + one, 0), type: 'dxa' },
    jc: { val: 'center' },
    tblLayout: { type: 'fixed' },
    tblCellMar: CELL_MARGINS,
    tblLook: { val: '0620', ...look },
  });
  const grid = widths.map((width) => `<w:gridCol w:w="${String(width)}"/>`).join('');
  const rows = rowsXml(table, { widths, size, context });
  return `<w:tbl><w:tblPr>${properties}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows}</w:tbl>`;
}

interface TableLayout {
  readonly widths: readonly number[];
  readonly size: number;
  readonly context: ParagraphContext;
}

/** Columns as wide as what stands in them asks for, in the largest size that the page allows. */
function layOut(
  table: PaperTable,
  columns: number,
  width: number,
): { readonly widths: readonly number[]; readonly size: number } {
  const wanted = Array.from({ length: columns }, () => 1);
  const least = Array.from({ length: columns }, () => 1);
  for (const [index, { cells }] of table.rows.entries()) {
    for (const cell of cells.filter(({ columnSpan }) => columnSpan === 1)) {
      const longest = Math.max(0, ...cell.lines.map((line) => roomOf(textOf(line))));
      // A head of several characters may stand in two lines.
      const isHead = cell.isHead || index < table.headRows;
      const asked = isHead && longest > 4 ? Math.ceil(longest / 2) : longest;
      const length = cell.lines.reduce((sum, line) => sum + roomOf(textOf(line)), 0);
      const [, widest = WIDEST] = WIDEST_OF_LONG.find(([from]) => length > from) ?? [];
      wanted[cell.column] = Math.max(
        wanted[cell.column] ?? 1,
        Math.min(widest === WIDEST ? asked : length, widest),
      );
      least[cell.column] = Math.max(least[cell.column] ?? 1, Math.min(asked, longestWord(cell)));
    }
  }
  const sumOf = (characters: readonly number[], size: number): number =>
    characters.reduce((sum, one) => sum + one * size * 10 + MARGINS, 0);
  // Long texts may stand in a few lines more than they ask for, and no word is broken.
  const fits = (size: number, share: number): boolean =>
    sumOf(least, size) <= width && sumOf(wanted, size) <= width * share;
  const size =
    SIZES.find((one) => one >= 18 && fits(one, 1.2)) ??
    READABLE.find((one) => fits(one, 2.2)) ??
    SIZES.find((one) => one <= 21 && sumOf(least, one) <= width) ??
    13;
  const room = wanted.map((one) => one * size * 10 + MARGINS);
  const sum = room.reduce((total, one) => total + one, 0);
  return {
    widths: shared(
      room,
      sum,
      width,
      least.map((one) => one * size * 10 + MARGINS),
    ),
    size,
  };
}

/** What is left over, or missing, is shared by what each column asks for beyond its least. */
function shared(
  room: readonly number[],
  sum: number,
  width: number,
  least: readonly number[],
): readonly number[] {
  if (sum <= width) return room.map((one) => Math.floor((one * width) / sum));
  const leastSum = least.reduce((total, one) => total + one, 0);
  if (leastSum >= width) return least.map((one) => Math.floor((one * width) / leastSum));
  const share = (width - leastSum) / (sum - leastSum);
  return room.map((one, index) => {
    const own = least[index] ?? one;
    return Math.floor(own + (one - own) * share);
  });
}

/** In full-width characters; digits of some faces are a little wider than half of one. */
function roomOf(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) < 0x2000 ? 0.58 : 1;
  return width + 0.2;
}

/** Figures and Latin words do not break; of han, four stand together. */
function longestWord(cell: TableCell): number {
  const words = cell.lines.flatMap((line) => textOf(line).match(/[\u0021-\u1fff]+/g) ?? []);
  const longest = Math.max(0, ...words.map(roomOf));
  return Math.max(longest, Math.min(4.2, roomOf(cell.lines.map(textOf).join(''))));
}

function rowsXml(table: PaperTable, layout: TableLayout): string {
  // For each column the cell from above that reaches down to this row, and how far it still goes.
  const above = new Map<number, { readonly cell: TableCell; left: number }>();
  const columns = layout.widths.length;
  return table.rows
    .map(({ cells }, row) => {
      const starts = new Map(cells.map((cell) => [cell.column, cell]));
      let xml = '';
      for (let column = 0; column < columns;) {
        const cell = starts.get(column);
        const over = above.get(column);
        if (cell !== undefined) {
          xml += cellXml(cell, row < table.headRows, layout);
          if (cell.rowSpan > 1) above.set(column, { cell, left: cell.rowSpan - 1 });
          column += cell.columnSpan;
        } else if (over !== undefined && over.left > 0) {
          xml += continuedXml(over.cell, layout);
          over.left -= 1;
          column += over.cell.columnSpan;
        } else {
          xml += emptyXml(column, layout);
          column += 1;
        }
      }
      const isHead = row < table.headRows;
      const height = table.isForm ? 567 : 454;
      return `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="${String(height)}" w:hRule="atLeast"/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>${xml}</w:tr>`;
    })
    .join('');
}

function cellXml(
  cell: TableCell,
  isHeadRow: boolean,
  { widths, size, context }: TableLayout,
): string {
  const isHead = cell.isHead || isHeadRow;
  const text = cell.lines.map(textOf).join('');
  const align = cell.align ?? (!isHead && textWidth(text) > SHORT ? 'left' : 'center');
  const look = { face: isHead ? ('hei' as const) : undefined, size };
  const lines = cell.lines.length === 0 ? [[]] : cell.lines;
  const style: Properties = { pStyle: { val: 'TableText' }, jc: { val: align } };
  const inside = lines
    .map((line) => element(style, inlinesXml(line, context.counters, look)))
    .join('');
  return tableCell(cell, widths, cell.rowSpan > 1 ? { val: 'restart' } : undefined, inside);
}

function continuedXml(cell: TableCell, { widths }: TableLayout): string {
  return tableCell(cell, widths, {}, element({ pStyle: { val: 'TableText' } }, ''));
}

function emptyXml(column: number, { widths }: TableLayout): string {
  const place = { column, columnSpan: 1 };
  return tableCell(place, widths, undefined, element({ pStyle: { val: 'TableText' } }, ''));
}

function tableCell(
  { column, columnSpan }: Pick<TableCell, 'column' | 'columnSpan'>,
  widths: readonly number[],
  vMerge: Properties[string],
  inside: string,
): string {
  const width = widths.slice(column, column + columnSpan).reduce((sum, one) => sum + one, 0);
  const properties = inOrder(CELL_ORDER, {
    tcW: { w: width, type: 'dxa' },
    gridSpan: columnSpan > 1 ? { val: columnSpan } : undefined,
    vMerge,
    vAlign: { val: 'center' },
  });
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${inside}</w:tc>`;
}

import { cellName, columnName } from '../../domain/kernel/cell-name.js';
import type { Sheet, SheetCell, SheetRow } from '../../domain/workbooks/index.js';
import { escapeXml } from './escape-xml.js';
import type { StyleSheet } from './style-sheet.js';
import { validationsXml, type ChoiceLists } from './validation-xml.js';

/** What all sheets of a workbook share. */
export interface BookContext {
  readonly styles: StyleSheet;
  /** Texts with their numbers. */
  readonly strings: Map<string, number>;
  readonly lists: ChoiceLists;
}

const NAMESPACES =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** Locked without a password: against slips, not against people. Layout may be changed. */
const PROTECTION =
  '<sheetProtection sheet="1" objects="1" scenarios="1" formatCells="0" formatColumns="0" formatRows="0" insertColumns="0" sort="0" autoFilter="0"/>';

/** One sheet's part; the standard fixes the order of its elements. */
export function sheetXml(sheet: Sheet, context: BookContext, hasNotes: boolean): string {
  const { rows, widths } = sheet;
  const table = tableArea(sheet);
  return [
    `<worksheet ${NAMESPACES}><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    '<sheetViews><sheetView workbookViewId="0">',
    viewXml(sheet),
    '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>',
    widths.length === 0 ? '' : `<cols>${widths.map(columnXml).join('')}</cols>`,
    `<sheetData>${rows.map((row, index) => rowXml(row, index + 1, context)).join('')}</sheetData>`,
    sheet.isLocked ? PROTECTION : '',
    table === undefined ? '' : `<autoFilter ref="${table.replaceAll('$', '')}"/>`,
    mergesXml(sheet),
    validationsXml(sheet.validations, context.lists),
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="${sheet.isLandscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>`,
    '<headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>',
    hasNotes ? '<legacyDrawing r:id="rId1"/>' : '',
    '</worksheet>',
  ].join('');
}

/** What stays in view, and the first cell that is to be filled in: there the cursor stands. */
function viewXml({ headRow, fixedColumns = 0, rows }: Sheet): string {
  if (headRow === undefined) return '';
  const pane = fixedColumns === 0 ? 'bottomLeft' : 'bottomRight';
  const split = fixedColumns === 0 ? '' : `xSplit="${String(fixedColumns)}" `;
  const corner = cellName(headRow + 1, fixedColumns + 1);
  const row = rows[headRow]?.cells ?? [];
  const open = row.findIndex(
    (cell) => cell?.look.startsWith('input') === true && (cell.text ?? cell.number ?? '') === '',
  );
  const cursor = open === -1 ? '' : cellName(headRow + 1, open + 1);
  return (
    `<pane ${split}ySplit="${String(headRow)}" topLeftCell="${corner}" activePane="${pane}" state="frozen"/>` +
    (cursor === '' ? '' : `<selection pane="${pane}" activeCell="${cursor}" sqref="${cursor}"/>`)
  );
}

/** The heads and rows of a table that can be filtered, as $A$5:$I$30. */
export function tableArea({ headRow, hasFilter, rows, widths }: Sheet): string | undefined {
  if (!hasFilter || headRow === undefined || rows.length <= headRow) return undefined;
  const last = columnName(Math.max(1, widths.length));
  return `$A$${String(headRow)}:$${last}$${String(rows.length)}`;
}

function columnXml(width: number, index: number): string {
  const column = String(index + 1);
  return `<col min="${column}" max="${column}" width="${String(width)}" customWidth="1"/>`;
}

function rowXml({ height, grows, cells }: SheetRow, row: number, context: BookContext): string {
  // A height that is not custom is the first one: the program makes another once a cell is changed.
  const fixed = grows === true ? '' : ' customHeight="1"';
  const size = height === undefined ? '' : ` ht="${String(height)}"${fixed}`;
  let xml = `<row r="${String(row)}"${size}>`;
  for (const [index, cell] of cells.entries()) {
    if (cell !== undefined) xml += cellXml(cell, cellName(row, index + 1), context);
  }
  return `${xml}</row>`;
}

function cellXml(cell: SheetCell, name: string, { styles, strings }: BookContext): string {
  const head = `<c r="${name}" s="${String(styles.styleOf(cell.look, cell.format))}"`;
  const formula = cell.formula === undefined ? '' : `<f>${escapeXml(cell.formula)}</f>`;
  if (cell.number !== undefined)
    return `${head}>${formula}<v>${String(Number(cell.number))}</v></c>`;
  const { text = '' } = cell;
  if (text === '') return `${head}/>`;
  if (formula !== '') return `${head} t="str">${formula}<v>${escapeXml(text)}</v></c>`;
  const known = strings.get(text);
  if (known === undefined) strings.set(text, strings.size);
  return `${head} t="s"><v>${String(known ?? strings.size - 1)}</v></c>`;
}

function mergesXml({ merges }: Sheet): string {
  const areas = merges.filter(([row, column, lastRow, last]) => lastRow > row || last > column);
  if (areas.length === 0) return '';
  const refs = areas.map(
    ([row, column, lastRow, last]) =>
      `<mergeCell ref="${cellName(row, column)}:${cellName(lastRow, last)}"/>`,
  );
  return `<mergeCells count="${String(areas.length)}">${refs.join('')}</mergeCells>`;
}

import {
  writeXlsx,
  type Cell,
  type CellValue,
  type DataValidation,
  type WriteSheet,
} from 'hucre/xlsx';
import { cellName, columnName } from '../../domain/kernel/cell-name.js';
import type { Sheet, SheetCell, Validation, Workbook } from '../../domain/workbooks/index.js';
import { FONT, LOOKS } from './looks.js';

/** Texts are stored as texts, so that none of them can become a formula. */
export async function writeWorkbook({ title, sheets }: Workbook): Promise<Uint8Array> {
  const lists = createLists();
  const written = sheets.map((sheet) => writeSheet(sheet, lists));
  const choices = lists.sheet();
  return writeXlsx({
    sheets: choices === undefined ? written : [...written, choices],
    properties: { title, creator: '考衡' },
    defaultFont: { name: FONT, size: 11 },
  });
}

function writeSheet(sheet: Sheet, lists: ChoiceLists): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  const rows = sheet.rows.map((row, rowIndex) =>
    row.cells.map((cell, columnIndex): CellValue => {
      if (cell === undefined) return null;
      cells.set(`${String(rowIndex)},${String(columnIndex)}`, writeCell(cell));
      return valueOf(cell);
    }),
  );
  const lastColumn = columnName(Math.max(1, sheet.widths.length));
  const heads = sheet.headRow;
  const area = `$A$1:$${lastColumn}$${String(Math.max(1, rows.length))}`;
  return {
    name: sheet.name,
    rows,
    cells,
    columns: sheet.widths.map((width) => ({ width })),
    rowDefs: new Map(
      sheet.rows.flatMap(({ height }, index) =>
        height === undefined ? [] : [[index, { height }] as const],
      ),
    ),
    merges: sheet.merges
      .filter(([row, column, lastRow, last]) => lastRow > row || last > column)
      .map(([startRow, startCol, endRow, endCol]) => ({
        startRow: startRow - 1,
        startCol: startCol - 1,
        endRow: endRow - 1,
        endCol: endCol - 1,
      })),
    dataValidations: sheet.validations.map((one) => writeValidation(one, lists)),
    ...(heads === undefined ? {} : { freezePane: { rows: heads } }),
    ...(sheet.hasFilter && heads !== undefined && rows.length > heads
      ? { autoFilter: { range: `A${String(heads)}:${lastColumn}${String(rows.length)}` } }
      : {}),
    ...(sheet.isLocked ? { protection: UNLOCKABLE } : {}),
    ...(sheet.isHidden ? { hidden: true } : {}),
    pageSetup: {
      paperSize: 'a4',
      orientation: sheet.isLandscape ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { top: 0.6, bottom: 0.6, left: 0.5, right: 0.5, header: 0.3, footer: 0.3 },
      // LibreOffice prints a hidden sheet that has a print area.
      ...(sheet.isHidden ? {} : { printArea: area }),
      ...(heads === undefined ? {} : { printTitlesRow: `$${String(heads)}:$${String(heads)}` }),
    },
    headerFooter: { oddFooter: '&C第 &P 页，共 &N 页' },
  };
}

/** Locked without a password: against slips, not against people. Layout may be changed. */
const UNLOCKABLE = {
  sheet: true,
  objects: true,
  scenarios: true,
  formatCells: true,
  formatColumns: true,
  formatRows: true,
  insertColumns: true,
  sort: true,
  autoFilter: true,
} as const;

function valueOf({ text, number }: SheetCell): CellValue {
  return number === undefined ? (text ?? null) : Number(number);
}

function writeCell(cell: SheetCell): Partial<Cell> {
  const look = LOOKS[cell.look];
  const value = valueOf(cell);
  return {
    value,
    type: value === null ? 'empty' : typeof value === 'number' ? 'number' : 'string',
    style: cell.format === undefined ? look : { ...look, numFmt: cell.format },
    ...(cell.formula === undefined ? {} : { formula: cell.formula, formulaResult: value }),
    ...(cell.note === undefined ? {} : { comment: { author: '考衡', text: cell.note } }),
  };
}

function writeValidation(validation: Validation, lists: ChoiceLists): DataValidation {
  const { firstRow, lastRow, column, rule, mayNotApply, prompt } = validation;
  const first = cellName(firstRow, column);
  const common = {
    range: `${first}:${cellName(lastRow, column)}`,
    allowBlank: true,
    showInputMessage: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    inputTitle: '填写要求',
    inputMessage: prompt,
    errorTitle: '填写有误',
    errorMessage: prompt,
  } as const;
  if (rule.kind === 'list') return { ...common, type: 'list', ...lists.reference(rule.choices) };
  const parts = [
    `ISNUMBER(${first})`,
    ...(rule.min === undefined ? [] : [`${first}>=${rule.min}`]),
    ...(rule.max === undefined ? [] : [`${first}<=${rule.max}`]),
    ...(rule.isWhole ? [`${first}=INT(${first})`] : []),
  ];
  const number = parts.length === 1 ? (parts[0] ?? '') : `AND(${parts.join(',')})`;
  const formula1 = mayNotApply ? `OR(${number},${first}="不适用",${first}="/")` : number;
  return { ...common, type: 'custom', formula1 };
}

/** The choices of drop-downs that are too long to stand in the rule itself. */
interface ChoiceLists {
  reference(choices: readonly string[]): Pick<DataValidation, 'values' | 'formula1'>;
  sheet(): WriteSheet | undefined;
}

/** Excel takes 255 characters between quotation marks, and no commas in a choice. */
const MAX_INLINE = 250;

function createLists(): ChoiceLists {
  const columns: (readonly string[])[] = [];
  return {
    reference(choices) {
      const isShort = choices.join(',').length <= MAX_INLINE;
      if (isShort && !choices.some((choice) => /[,"\n]/.test(choice))) {
        return { values: [...choices] };
      }
      const key = choices.join('\n');
      let column = columns.findIndex((known) => known.join('\n') === key);
      if (column === -1) column = columns.push(choices) - 1;
      const letter = columnName(column + 1);
      return { formula1: `选项!$${letter}$1:$${letter}$${String(choices.length)}` };
    },
    sheet() {
      if (columns.length === 0) return undefined;
      const rows = Array.from({ length: Math.max(...columns.map((one) => one.length)) }, (_, row) =>
        columns.map((one) => one[row] ?? null),
      );
      return { name: '选项', rows, hidden: true };
    },
  };
}

import type { Sheet, SheetCell, Workbook } from '../../../src/domain/workbooks/index.js';

/** What a row of a form says, by the heads of its columns. */
export type RowTexts = ReadonlyMap<string, string>;

/** Answers by the heads of the columns; a number is written as a number. */
export type Answers = Readonly<Record<string, string | number | undefined>>;

/** Fills in a form as an office does: row by row, in the cells that are open. */
export function fillForm(
  workbook: Workbook,
  answer: (sheet: string, row: RowTexts) => Answers,
): Workbook {
  return { ...workbook, sheets: workbook.sheets.map((sheet) => fillSheet(sheet, answer)) };
}

function fillSheet(sheet: Sheet, answer: (sheet: string, row: RowTexts) => Answers): Sheet {
  const { headRow } = sheet;
  if (headRow === undefined) return sheet;
  const heads = (sheet.rows[headRow - 1]?.cells ?? []).map((cell) => cell?.text ?? '');
  const rows = sheet.rows.map((row, index) => {
    if (index < headRow) return row;
    const texts = new Map(
      row.cells.map((cell, column) => [heads[column] ?? '', cell?.text ?? ''] as const),
    );
    const answers = answer(sheet.name, texts);
    return {
      ...row,
      cells: row.cells.map((cell, column) => write(cell, answers[heads[column] ?? ''])),
    };
  });
  return { ...sheet, rows };
}

function write(
  cell: SheetCell | undefined,
  value: string | number | undefined,
): SheetCell | undefined {
  if (value === undefined || cell === undefined) return cell;
  if (!cell.look.startsWith('input')) throw new Error(`a locked cell: ${JSON.stringify(cell)}`);
  return typeof value === 'number' ? { ...cell, number: String(value) } : { ...cell, text: value };
}

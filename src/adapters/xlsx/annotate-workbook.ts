import { openXlsx, saveXlsx } from 'hucre/xlsx';
import type { CellNote } from '../../ports/workbooks.js';

const AUTHOR = '考衡';

/** Puts notes on cells of a workbook that was read before and found harmless. */
export async function annotateWorkbook(
  content: Uint8Array,
  notes: readonly CellNote[],
): Promise<Uint8Array> {
  const workbook = await openXlsx(content, { readStyles: true });
  for (const { cells } of workbook.sheets) {
    // What we said of an earlier version of the form may have been mended.
    for (const cell of cells?.values() ?? []) {
      if (cell.comment?.author === AUTHOR && cell.comment.text.startsWith('【'))
        delete cell.comment;
    }
  }
  for (const [place, texts] of byCell(notes)) {
    const named = workbook.sheets.find(({ name }) => name.trim() === place.sheet);
    // What is wrong with a sheet that nobody sees is told at the top of the first that is seen.
    const isSeen = named !== undefined && named.hidden !== true && named.veryHidden !== true;
    const sheet = isSeen ? named : workbook.sheets.find(({ hidden }) => hidden !== true);
    if (sheet === undefined) continue;
    const key = isSeen ? `${String(place.row - 1)},${String(place.column - 1)}` : '0,0';
    const cells = (sheet.cells ??= new Map());
    const cell = cells.get(key) ?? { value: null, type: 'empty' as const };
    const own = cell.comment?.text;
    const text = [...(own === undefined ? [] : [own]), ...texts].join('\n');
    cells.set(key, { ...cell, comment: { author: AUTHOR, text } });
  }
  return saveXlsx(workbook);
}

function byCell(notes: readonly CellNote[]): readonly (readonly [CellNote, readonly string[]])[] {
  const cells = new Map<string, [CellNote, string[]]>();
  for (const note of notes) {
    const key = `${note.sheet}!${String(note.row)},${String(note.column)}`;
    const known = cells.get(key);
    if (known === undefined) cells.set(key, [note, [note.text]]);
    else known[1].push(note.text);
  }
  return [...cells.values()];
}

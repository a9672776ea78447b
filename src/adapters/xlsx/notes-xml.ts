import { cellName } from '../../domain/kernel/cell-name.js';
import type { Sheet } from '../../domain/workbooks/index.js';
import { escapeXml } from './escape-xml.js';

/** A note on a cell. */
export interface Note {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** The notes of a sheet. */
export function notesOf({ rows }: Sheet): readonly Note[] {
  return rows.flatMap(({ cells }, row) =>
    cells.flatMap((cell, column) =>
      cell?.note === undefined ? [] : [{ row: row + 1, column: column + 1, text: cell.note }],
    ),
  );
}

/** The part comments.xml: what the notes say. */
export function commentsXml(notes: readonly Note[]): string {
  const comments = notes.map(
    ({ row, column, text }) =>
      `<comment ref="${cellName(row, column)}" authorId="0"><text><r><rPr><sz val="9"/><rFont val="宋体"/></rPr><t xml:space="preserve">${escapeXml(text)}</t></r></text></comment>`,
  );
  return `<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>考衡</author></authors><commentList>${comments.join('')}</commentList></comments>`;
}

/** The drawing that Excel wants beside them: a yellow box for each, hidden until it is pointed at. */
export function notesVml(notes: readonly Note[]): string {
  const shapes = notes.map(({ row, column }, index) => {
    const anchor = [column, 15, row - 1, 4, column + 3, 15, row + 4, 4].join(', ');
    return (
      `<v:shape id="_x0000_s${String(1025 + index)}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
      '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox/>' +
      `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>` +
      `<x:Row>${String(row - 1)}</x:Row><x:Column>${String(column - 1)}</x:Column></x:ClientData></v:shape>`
    );
  });
  return (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
    '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>' +
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>' +
    `${shapes.join('')}</xml>`
  );
}

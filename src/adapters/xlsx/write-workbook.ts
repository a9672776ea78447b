import { columnName } from '../../domain/kernel/cell-name.js';
import type { Sheet, Workbook } from '../../domain/workbooks/index.js';
import { escapeXml } from './escape-xml.js';
import { commentsXml, notesOf, notesVml, type Note } from './notes-xml.js';
import { sheetXml, tableArea, type BookContext } from './sheet-xml.js';
import { createStyleSheet } from './style-sheet.js';
import { createChoiceLists } from './validation-xml.js';
import { zipParts } from './zip-writer.js';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The hidden sheet for the choices of drop-downs. */
const CHOICES = '选项';

/**
 * Writes a workbook. Texts are stored as texts, so that none of them can become a formula; the same
 * workbook gives the same bytes.
 */
export function writeWorkbook({ title, sheets: given }: Workbook): Promise<Uint8Array> {
  const lists = createChoiceLists(CHOICES);
  const context: BookContext = { styles: createStyleSheet(), strings: new Map(), lists };
  const noted = given.map(notesOf);
  const parts = new Map<string, string>();
  const written = given.map((sheet, index) =>
    sheetXml(sheet, context, (noted[index]?.length ?? 0) > 0),
  );
  const choices = lists.sheet();
  if (choices !== undefined) written.push(sheetXml(choices, context, false));
  const sheets = choices === undefined ? given : [...given, choices];

  const put = (name: string, xml: string): void => void parts.set(name, `${HEAD}${xml}`);
  put('[Content_Types].xml', contentTypes(sheets.length, noted));
  put('_rels/.rels', TOP_RELATIONS);
  put('docProps/core.xml', coreXml(title));
  put('xl/workbook.xml', bookXml(sheets));
  put('xl/_rels/workbook.xml.rels', bookRelations(sheets.length));
  put('xl/styles.xml', context.styles.xml());
  for (const [index, xml] of written.entries()) {
    put(`xl/worksheets/sheet${String(index + 1)}.xml`, xml);
    putNotes(put, noted[index] ?? [], String(index + 1));
  }
  put('xl/sharedStrings.xml', stringsXml(context.strings));
  return Promise.resolve(zipParts(parts));
}

function putNotes(
  put: (name: string, xml: string) => void,
  notes: readonly Note[],
  number: string,
): void {
  if (notes.length === 0) return;
  put(`xl/comments${number}.xml`, commentsXml(notes));
  put(`xl/drawings/vmlDrawing${number}.vml`, notesVml(notes));
  put(
    `xl/worksheets/_rels/sheet${number}.xml.rels`,
    relations([
      ['vmlDrawing', `../drawings/vmlDrawing${number}.vml`],
      ['comments', `../comments${number}.xml`],
    ]),
  );
}

function relations(links: readonly (readonly [type: string, target: string])[]): string {
  const items = links.map(
    ([type, target], index) =>
      `<Relationship Id="rId${String(index + 1)}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

const TOP_RELATIONS =
  `<Relationships xmlns="${PACKAGE}/relationships">` +
  `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/>` +
  `<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
  '</Relationships>';

function contentTypes(sheets: number, noted: readonly (readonly Note[])[]): string {
  const override = (name: string, type: string): string =>
    `<Override PartName="${name}" ContentType="${type}"/>`;
  return [
    `<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>',
    override('/xl/workbook.xml', `${SPREADSHEET}.sheet.main+xml`),
    override('/xl/styles.xml', `${SPREADSHEET}.styles+xml`),
    override('/xl/sharedStrings.xml', `${SPREADSHEET}.sharedStrings+xml`),
    override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    ...Array.from({ length: sheets }, (_, index) =>
      override(`/xl/worksheets/sheet${String(index + 1)}.xml`, `${SPREADSHEET}.worksheet+xml`),
    ),
    ...noted.flatMap((notes, index) =>
      notes.length === 0
        ? []
        : [override(`/xl/comments${String(index + 1)}.xml`, `${SPREADSHEET}.comments+xml`)],
    ),
    '</Types>',
  ].join('');
}

function coreXml(title: string): string {
  return (
    `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
    `<dc:title>${escapeXml(title)}</dc:title><dc:creator>考衡</dc:creator></cp:coreProperties>`
  );
}

function bookXml(sheets: readonly Sheet[]): string {
  const items = sheets.map(
    ({ name, isHidden }, index) =>
      `<sheet name="${escapeXml(name)}" sheetId="${String(index + 1)}"${isHidden ? ' state="hidden"' : ''} r:id="rId${String(index + 1)}"/>`,
  );
  const names = sheets.flatMap((sheet, index) =>
    sheet.isHidden ? [] : definedNames(sheet, index),
  );
  const active = Math.max(
    0,
    sheets.findIndex(({ isHidden }) => !isHidden),
  );
  return (
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView activeTab="${String(active)}"/></bookViews>` +
    `<sheets>${items.join('')}</sheets>` +
    (names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`) +
    '</workbook>'
  );
}

/** What is printed, what is repeated on each page, what is filtered. */
function definedNames(sheet: Sheet, index: number): readonly string[] {
  const { rows, widths, headRow } = sheet;
  const of = (name: string, area: string, isHidden = false): string =>
    `<definedName name="_xlnm.${name}" localSheetId="${String(index)}"${isHidden ? ' hidden="1"' : ''}>'${escapeXml(sheet.name.replaceAll("'", "''"))}'!${area}</definedName>`;
  const table = tableArea(sheet);
  const last = columnName(Math.max(1, widths.length));
  return [
    ...(table === undefined ? [] : [of('_FilterDatabase', table, true)]),
    ...(rows.length === 0 ? [] : [of('Print_Area', `$A$1:$${last}$${String(rows.length)}`)]),
    ...(headRow === undefined
      ? []
      : [of('Print_Titles', `$${String(headRow)}:$${String(headRow)}`)]),
  ];
}

function bookRelations(sheets: number): string {
  return relations([
    ...Array.from(
      { length: sheets },
      (_, index) => ['worksheet', `worksheets/sheet${String(index + 1)}.xml`] as const,
    ),
    ['styles', 'styles.xml'],
    ['sharedStrings', 'sharedStrings.xml'],
  ]);
}

function stringsXml(strings: ReadonlyMap<string, number>): string {
  const items = [...strings.keys()].map((text) => {
    const space = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : '';
    return `<si><t${space}>${escapeXml(text)}</t></si>`;
  });
  return `<sst xmlns="${MAIN}" uniqueCount="${String(items.length)}">${items.join('')}</sst>`;
}

import { posix } from 'node:path';
import type { RawSheet, RawWorkbook } from '../../domain/workbooks/raw-workbook.js';
import { LIMITS } from './limits.js';
import { numberFormat, type NumberFormat } from './number-formats.js';
import { parseSheet } from './parse-sheet.js';
import { decodeTexts } from './decode-xml.js';
import { scanXml } from './scan-xml.js';
import { WorkbookRefused } from './workbook-refused.js';
import { openArchive, type ZipArchive } from './zip-archive.js';

const OLE = [0xd0, 0xcf, 0x11, 0xe0] as const;
const ZIP = [0x50, 0x4b] as const;

/**
 * Reads a workbook that a stranger sent. Every cell comes as what a person sees; formulas are never
 * computed; what could reach outside of the file, or blow up inside, is refused before it is read.
 *
 * @throws WorkbookRefused
 */
export function parseWorkbook(content: Uint8Array): RawWorkbook {
  checkContainer(content);
  const archive = openArchive(content);
  checkParts(archive);
  const main = mainPart(archive);
  const folder = posix.dirname(main);
  const links = readRelations(archive, main);
  const book = readBook(archive.read(main));
  const partOf = (type: string): string | undefined =>
    [...links.values()].find((link) => link.type.endsWith(`/${type}`))?.target;
  const resolve = (target: string): string =>
    target.startsWith('/') ? target.slice(1) : posix.normalize(posix.join(folder, target));
  const strings = readStrings(archive, partOf('sharedStrings'), resolve);
  const formats = readFormats(archive, partOf('styles'), resolve);
  const budget = { cells: LIMITS.cells as number };
  const sheets = book.sheets.flatMap(({ name, relation, isHidden }): readonly RawSheet[] => {
    const link = links.get(relation);
    if (link === undefined) throw new WorkbookRefused('workbook-damaged', { part: name });
    // A chart or a dialogue is a sheet without cells.
    if (!link.type.endsWith('/worksheet')) return [];
    const sheet = parseSheet(archive.read(resolve(link.target)), {
      strings,
      formats,
      is1904: book.is1904,
      budget,
    });
    return [{ name, isHidden, ...sheet }];
  });
  return { sheets };
}

/** What the first bytes tell: a package, an old Office file, an encrypted one, or something else. */
function checkContainer(content: Uint8Array): void {
  if (content.length > LIMITS.fileBytes) {
    throw new WorkbookRefused('workbook-too-large', {
      size: String(Math.ceil(content.length / 1048576)),
      limit: String(LIMITS.fileBytes / 1048576),
    });
  }
  if (content.length === 0) throw new WorkbookRefused('workbook-damaged');
  if (OLE.every((byte, index) => content[index] === byte)) {
    const text = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
    const isEncrypted = text.includes(Buffer.from('EncryptedPackage', 'utf16le'));
    throw new WorkbookRefused(isEncrypted ? 'workbook-encrypted' : 'workbook-old-format');
  }
  if (!ZIP.every((byte, index) => content[index] === byte)) {
    throw new WorkbookRefused('workbook-not-xlsx');
  }
}

/** Macros and links to other files have no place in a form that comes from outside. */
function checkParts(archive: ZipArchive): void {
  if (archive.has('mimetype') && archive.has('content.xml')) {
    throw new WorkbookRefused('workbook-old-format');
  }
  for (const name of archive.names) {
    if (/vbaProject|\/macrosheets\//i.test(name)) throw new WorkbookRefused('workbook-macros');
    if (/\/externalLinks\/|\/connections\.xml$|\/queryTables\//i.test(name)) {
      throw new WorkbookRefused('workbook-external-links');
    }
    if (/\.bin$/i.test(name) && /\/(?:workbook|sheet\d+)\.bin$/i.test(name)) {
      throw new WorkbookRefused('workbook-old-format');
    }
  }
}

interface Relation {
  readonly type: string;
  readonly target: string;
}

function readRelations(archive: ZipArchive, part: string): ReadonlyMap<string, Relation> {
  const name = posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);
  const relations = new Map<string, Relation>();
  if (!archive.has(name)) return relations;
  scanXml(archive.read(name), {
    open(tag, attributes) {
      if (tag !== 'Relationship') return;
      const target = attributes.value('Target') ?? '';
      const type = attributes.value('Type') ?? '';
      relations.set(attributes.value('Id') ?? '', { type, target });
    },
  });
  return relations;
}

function mainPart(archive: ZipArchive): string {
  const top = [...readRelations(archive, '').values()];
  const main = top.find(({ type }) => type.endsWith('/officeDocument'))?.target;
  const name = (main ?? 'xl/workbook.xml').replace(/^\//, '');
  if (!archive.has(name)) throw new WorkbookRefused('workbook-not-xlsx');
  return name;
}

function readBook(bytes: Buffer): {
  readonly is1904: boolean;
  readonly sheets: readonly {
    readonly name: string;
    readonly relation: string;
    readonly isHidden: boolean;
  }[];
} {
  const sheets: { name: string; relation: string; isHidden: boolean }[] = [];
  let is1904 = false;
  scanXml(bytes, {
    open(tag, attributes) {
      if (tag === 'workbookPr') is1904 = isTrue(attributes.value('date1904'));
      if (tag !== 'sheet') return;
      sheets.push({
        name: (attributes.value('name') ?? '').trim(),
        relation: attributes.value('id') ?? '',
        isHidden: (attributes.value('state') ?? 'visible') !== 'visible',
      });
    },
  });
  if (sheets.length > LIMITS.sheets) throw new WorkbookRefused('workbook-too-many-cells');
  if (sheets.length === 0) throw new WorkbookRefused('workbook-damaged');
  return { is1904, sheets };
}

function readStrings(
  archive: ZipArchive,
  target: string | undefined,
  resolve: (target: string) => string,
): readonly string[] {
  if (target === undefined || !archive.has(resolve(target))) return [];
  const encoded: string[] = [];
  let text = '';
  let isText = false;
  let phonetic = 0;
  scanXml(archive.read(resolve(target)), {
    open(tag) {
      if (tag === 'si') text = '';
      else if (tag === 't') isText = phonetic === 0;
      else if (tag === 'rPh') phonetic += 1;
    },
    close(tag) {
      if (tag === 'si') encoded.push(text);
      else if (tag === 't') isText = false;
      else if (tag === 'rPh') phonetic -= 1;
    },
    text(piece) {
      if (isText) text += piece;
    },
  });
  return decodeTexts(encoded).map((one) => one.slice(0, LIMITS.text));
}

/** The number format of each cell style. */
function readFormats(
  archive: ZipArchive,
  target: string | undefined,
  resolve: (target: string) => string,
): readonly NumberFormat[] {
  if (target === undefined || !archive.has(resolve(target))) return [];
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let isCellStyle = false;
  scanXml(archive.read(resolve(target)), {
    open(tag, attributes) {
      if (tag === 'numFmt') {
        const id = Number(attributes.value('numFmtId'));
        codes.set(id, attributes.value('formatCode') ?? '');
      } else if (tag === 'cellXfs') isCellStyle = true;
      else if (tag === 'xf' && isCellStyle) {
        const id = Number(attributes.value('numFmtId') ?? '0');
        formats.push(numberFormat(id, codes.get(id)));
      }
    },
    close(tag) {
      if (tag === 'cellXfs') isCellStyle = false;
    },
  });
  return formats;
}

/** A boolean of XML Schema. */
export function isTrue(text: string | undefined): boolean {
  return text === '1' || text === 'true';
}

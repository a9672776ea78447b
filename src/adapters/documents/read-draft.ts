import {
  firstWords,
  markOfBookmark,
  markTag,
  type DraftLine,
  type DraftPiece,
} from '../../domain/papers/index.js';
import type { DocumentMark, ReadDocument } from '../../ports/document-reader.js';
import { PROPERTY } from '../docx/package-parts.js';
import { decodeXml } from '../xlsx/decode-xml.js';
import { scanXml, type XmlVisitor } from '../xlsx/scan-xml.js';
import type { XmlAttributes } from '../xlsx/xml-attributes.js';
import { openArchive, type ZipArchive } from '../xlsx/zip-archive.js';
import { DocumentRefused } from './document-refused.js';

/** A notice of 30 pages has 1,500 lines. */
const MOST_LINES = 200_000;

/** What was struck out, moved away, or is said again for old programs. */
const NOT_SAID = ['del', 'moveFrom', 'Fallback'];

/**
 * Reads an edited draft: every paragraph with its figures, what was struck out left out.
 *
 * @throws DocumentRefused, and WorkbookRefused for a package that should not be unpacked
 */
export function readDraft(content: Uint8Array): ReadDocument {
  const archive = openArchive(content);
  const [document] = archive.names.filter((name) => /^word\/document\d*\.xml$/.test(name));
  if (document === undefined) throw new DocumentRefused('document-unknown-kind');
  const reader = new DraftReader();
  scanXml(archive.read(document), reader);
  return { kind: 'draft', mark: readMark(archive), paper: { lines: reader.lines } };
}

function readMark(archive: ZipArchive): DocumentMark {
  const texts = new Map<string, string>();
  if (archive.has('docProps/custom.xml')) {
    let name = '';
    scanXml(archive.read('docProps/custom.xml'), {
      open(element, attributes) {
        if (element === 'property') name = attributes.value('name') ?? '';
      },
      text(piece) {
        texts.set(name, (texts.get(name) ?? '') + decodeXml(piece));
      },
    });
  }
  const textOf = (name: string): string => (texts.get(name) ?? '').trim().slice(0, 200);
  return {
    template: textOf(PROPERTY.template),
    set: textOf(PROPERTY.set),
    version: textOf(PROPERTY.version),
    region: textOf(PROPERTY.region),
    run: textOf(PROPERTY.run),
  };
}

/** A line that is being read. */
interface OpenLine {
  readonly pieces: { text: string; readonly tag: string | undefined }[];
  /** The bookmarks of figures in which the text stands; they end with their line at the latest. */
  readonly bookmarks: Map<string, string>;
}

/** A cell's place, and the lines of its row so far. */
interface OpenTable {
  readonly table: number;
  row: number;
  column: number;
  cells: DraftPiece[][][];
}

/** The mark of the figure in whose bookmark a text stands. */
function bookmarkIn({ bookmarks }: OpenLine): string | undefined {
  const [mark] = bookmarks.values();
  return mark === undefined ? undefined : markTag(mark);
}

class DraftReader implements XmlVisitor {
  readonly lines: DraftLine[] = [];
  readonly #open: OpenLine[] = [];
  readonly #tables: OpenTable[] = [];
  readonly #tags: (string | undefined)[] = [];
  #tableCount = 0;
  #paragraphs = 0;
  #silent = 0;
  #runs = 0;
  #isText = false;

  open(name: string, attributes: XmlAttributes): void {
    if (NOT_SAID.includes(name)) this.#silent += 1;
    else if (name === 'tbl') {
      this.#tableCount += 1;
      this.#tables.push({ table: this.#tableCount, row: 0, column: 0, cells: [] });
    } else if (name === 'tr') this.#nextRow();
    else if (name === 'tc') this.#nextCell();
    else if (name === 'p') this.#open.push({ pieces: [], bookmarks: new Map() });
    else if (name === 'r') this.#runs += 1;
    else if (name === 't') this.#isText = true;
    else if (name === 'tab' && this.#runs > 0) this.#add(' ');
    else if (name === 'bookmarkStart') this.#startBookmark(attributes);
    else if (name === 'bookmarkEnd') {
      this.#open.at(-1)?.bookmarks.delete(attributes.value('id') ?? '');
    } else if (name === 'sdt') this.#tags.push(undefined);
    else if (name === 'tag' && this.#tags.length > 0) {
      this.#tags[this.#tags.length - 1] = attributes.value('val');
    }
  }

  close(name: string): void {
    if (NOT_SAID.includes(name)) this.#silent -= 1;
    else if (name === 'tbl') this.#tables.pop();
    else if (name === 'tr') this.#endRow();
    else if (name === 'p') this.#endLine();
    else if (name === 'r') this.#runs -= 1;
    else if (name === 't') this.#isText = false;
    else if (name === 'sdt') this.#tags.pop();
  }

  text(piece: string): void {
    if (this.#isText) this.#add(decodeXml(piece));
  }

  #startBookmark(attributes: XmlAttributes): void {
    const mark = markOfBookmark(attributes.value('name') ?? '');
    if (mark === undefined) return;
    this.#open.at(-1)?.bookmarks.set(attributes.value('id') ?? '', mark);
  }

  #add(text: string): void {
    const line = this.#open.at(-1);
    if (line === undefined || this.#silent > 0) return;
    const tag = this.#tags.findLast((one) => one?.includes(':') === true) ?? bookmarkIn(line);
    const last = line.pieces.at(-1);
    if (last !== undefined && last.tag === tag) last.text += text;
    else line.pieces.push({ text, tag });
  }

  #nextRow(): void {
    const table = this.#tables.at(-1);
    if (table === undefined) return;
    table.row += 1;
    table.column = 0;
    table.cells = [];
  }

  #nextCell(): void {
    const table = this.#tables.at(-1);
    if (table === undefined) return;
    table.column += 1;
    table.cells.push([]);
  }

  #endRow(): void {
    const table = this.#tables.at(-1);
    if (table === undefined) return;
    const texts = table.cells.map((lines) =>
      lines
        .flat()
        .map(({ text }) => text)
        .join(''),
    );
    const start = firstWords(texts);
    for (const [index, lines] of table.cells.entries()) {
      for (const pieces of lines) {
        const { table: number, row } = table;
        this.#put({
          place: { kind: 'cell', table: number, row, column: index + 1, start },
          pieces,
        });
      }
    }
    table.cells = [];
  }

  #endLine(): void {
    const pieces = this.#open.pop()?.pieces ?? [];
    const text = pieces.map((piece) => piece.text).join('');
    // An emptied control is a figure that was taken out.
    if (text.trim() === '') return;
    const cell = this.#tables.at(-1)?.cells.at(-1);
    if (cell !== undefined) {
      cell.push(pieces);
      return;
    }
    this.#paragraphs += 1;
    const start = text.trim().slice(0, 12);
    const place = { kind: 'paragraph', paragraph: this.#paragraphs, start } as const;
    this.#put({ place, pieces });
  }

  #put(line: DraftLine): void {
    this.lines.push(line);
    if (this.lines.length > MOST_LINES) throw new DocumentRefused('document-took-too-long');
  }
}

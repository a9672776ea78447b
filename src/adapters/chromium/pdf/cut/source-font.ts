import type { PdfFile } from '../pdf-file.js';
import {
  asItems,
  asNumber,
  asReference,
  isToken,
  UnexpectedPdf,
  writeValue,
  type PdfDictionary,
  type PdfValue,
} from '../pdf-value.js';
import { mappedCodes } from '../read-fonts.js';

/** A font that Chromium embedded for all documents of a sheaf, opened to be cut. */
export interface SourceFont {
  /** The font's name without the letters that mark a subset. */
  readonly name: string;
  /** What the file says of it beside its name, its glyphs and their widths, as entries. */
  readonly descriptor: string;
  readonly descendant: string;
  readonly type0: string;
  /** Tables that hold for every glyph, by their tags. */
  readonly tables: ReadonlyMap<string, Buffer>;
  /** The glyph's entry in `glyf`; empty for a blank. */
  outline(glyph: number): Buffer;
  /** Advance and left side bearing, as they stand in `hmtx`. */
  metrics(glyph: number): Buffer;
  /** The width as the PDF says it, in thousandths of the size. */
  width(glyph: number): string;
  /** The text that the glyph stands for, in hexadecimal UTF-16. */
  text(glyph: number): string | undefined;
}

/** Opens a font by its object; null when its outlines are not TrueType, and it cannot be cut. */
export function openSourceFont(file: PdfFile, id: number): SourceFont | null {
  const type0 = file.dictionary(id);
  if (!isToken(type0.entries.get('Subtype'), '/Type0')) return null;
  const [first] = asItems(type0.entries.get('DescendantFonts'));
  const descendant = file.dictionaryAt(first);
  const descriptor = file.dictionaryAt(descendant.entries.get('FontDescriptor'));
  const program = descriptor.entries.get('FontFile2');
  const map = type0.entries.get('ToUnicode');
  if (program === undefined || map === undefined) return null;
  if (!isToken(descendant.entries.get('CIDToGIDMap'), '/Identity')) return null;
  const tables = readTables(file.streamBytes(asReference(program)));
  const texts = mappedCodes(file.stream(asReference(map)));
  const base = asName(type0.entries.get('BaseFont'));
  return {
    name: base.replace(/^[A-Z]{6}\+/, ''),
    descriptor: entriesOf(descriptor, ['FontName', 'FontFile2']),
    descendant: entriesOf(descendant, ['BaseFont', 'FontDescriptor', 'W', 'DW']),
    type0: entriesOf(type0, ['BaseFont', 'DescendantFonts', 'ToUnicode']),
    tables,
    ...glyphsOf(tables),
    width: widthsOf(descendant),
    text: (glyph) => texts.get(glyph),
  };
}

function asName(value: PdfValue | undefined): string {
  if (value?.kind !== 'token') throw new UnexpectedPdf('字体没有名称');
  return value.text.slice(1);
}

function readTables(program: Buffer): Map<string, Buffer> {
  const tables = new Map<string, Buffer>();
  for (let at = 12; at < 12 + program.readUInt16BE(4) * 16; at += 16) {
    const start = program.readUInt32BE(at + 8);
    const length = program.readUInt32BE(at + 12);
    tables.set(program.toString('latin1', at, at + 4), program.subarray(start, start + length));
  }
  return tables;
}

function glyphsOf(tables: ReadonlyMap<string, Buffer>): Pick<SourceFont, 'outline' | 'metrics'> {
  const table = (tag: string): Buffer => {
    const found = tables.get(tag);
    if (found === undefined) throw new UnexpectedPdf(`字体缺少 ${tag} 表`);
    return found;
  };
  const [glyf, loca, hmtx] = [table('glyf'), table('loca'), table('hmtx')];
  const glyphs = table('maxp').readUInt16BE(4);
  const measured = table('hhea').readUInt16BE(34);
  const isLong = table('head').readInt16BE(50) === 1;
  const at = (glyph: number): number =>
    isLong ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2;
  return {
    outline(glyph) {
      if (glyph >= glyphs) throw new UnexpectedPdf(`字体没有字形 ${glyph}`);
      return glyf.subarray(at(glyph), at(glyph + 1));
    },
    metrics(glyph) {
      if (glyph < measured) return hmtx.subarray(glyph * 4, glyph * 4 + 4);
      const bearing = measured * 4 + (glyph - measured) * 2;
      const advance = hmtx.subarray(measured * 4 - 4, measured * 4 - 2);
      return Buffer.concat([advance, hmtx.subarray(bearing, bearing + 2)]);
    },
  };
}

/** Reads `/W`: a first glyph with a list of widths, or a first and a last with one for all. */
function widthsOf(descendant: PdfDictionary): (glyph: number) => string {
  const usual = descendant.entries.get('DW');
  const lists: { readonly first: number; readonly widths: readonly string[] }[] = [];
  const runs: { readonly first: number; readonly last: number; readonly width: string }[] = [];
  const items = asItems(descendant.entries.get('W'));
  for (let at = 0; at < items.length;) {
    const first = asNumber(items[at]);
    const second = items[at + 1];
    if (second?.kind === 'array') {
      lists.push({ first, widths: second.items.map(writeValue) });
      at += 2;
    } else {
      const width = items[at + 2];
      if (width === undefined) throw new UnexpectedPdf('字宽');
      runs.push({ first, last: asNumber(second), width: writeValue(width) });
      at += 3;
    }
  }
  return (glyph) => {
    for (const { first, widths } of lists) {
      const found = widths[glyph - first];
      if (found !== undefined) return found;
    }
    const run = runs.find(({ first, last }) => glyph >= first && glyph <= last);
    return run?.width ?? (usual === undefined ? '1000' : writeValue(usual));
  };
}

/** The entries of a dictionary but these. */
function entriesOf(of: PdfDictionary, without: readonly string[]): string {
  return [...of.entries]
    .filter(([key]) => !without.includes(key))
    .map(([key, value]) => `/${key} ${writeValue(value)}`)
    .join('\n');
}

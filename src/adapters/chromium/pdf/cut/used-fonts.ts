import type { PdfFile } from '../pdf-file.js';
import { UnexpectedPdf } from '../pdf-value.js';
import { cutFont, type CutFont } from './cut-font.js';
import type { NewPdf } from './new-pdf.js';
import { openSourceFont, type SourceFont } from './source-font.js';

/** The fonts of a sheaf, each opened once; equal cuts of one, as for equal titles, are made once. */
export class SheafFonts {
  readonly #file: PdfFile;
  readonly #fonts = new Map<number, SourceFont | null>();
  readonly #cuts = new Map<string, CutFont>();

  constructor(file: PdfFile) {
    this.#file = file;
  }

  /** A font by its object; null when it cannot be cut. */
  open(id: number): SourceFont | null {
    const known = this.#fonts.get(id);
    if (known !== undefined) return known;
    const font = openSourceFont(this.#file, id);
    this.#fonts.set(id, font);
    return font;
  }

  cut(id: number, font: SourceFont, glyphs: readonly number[]): CutFont {
    const key = `${id} ${glyphs.join(' ')}`;
    const known = this.#cuts.get(key);
    if (known !== undefined) return known;
    const made = cutFont(font, glyphs);
    this.#cuts.set(key, made);
    return made;
  }
}

/** A font of one document: its glyphs are numbered as they come to be used. */
export class UsedFont {
  readonly id: number;
  readonly #old: number;
  readonly #font: SourceFont;
  readonly #glyphs: number[] = [0];
  readonly #codes = new Map<number, number>([[0, 0]]);

  constructor(id: number, old: number, font: SourceFont) {
    this.id = id;
    this.#old = old;
    this.#font = font;
  }

  /** Puts the document's own codes in the place of old ones, four hexadecimal digits each. */
  recode(content: Uint8Array, from: number, to: number): void {
    if ((to - from) % 4 !== 0) throw new UnexpectedPdf('文字的写法');
    for (let at = from; at < to; at += 4) {
      let old = 0;
      for (let digit = at; digit < at + 4; digit++) old = old * 16 + valueOf(content[digit] ?? 0);
      let code = this.#codes.get(old);
      if (code === undefined) {
        code = this.#glyphs.push(old) - 1;
        this.#codes.set(old, code);
      }
      for (let digit = at + 3; digit >= at; digit--) {
        content[digit] = DIGITS[code & 15] ?? 0;
        code >>= 4;
      }
    }
  }

  /**
   * Puts the font and what belongs to it.
   *
   * @param place of this font among the document's
   * @returns the characters that can be taken out as text
   */
  put(to: NewPdf, fonts: SheafFonts, place: number): readonly string[] {
    const { type0, descendant, descriptor } = this.#font;
    const cut = fonts.cut(this.#old, this.#font, this.#glyphs);
    const name = `/${subsetLetters(place)}+${this.#font.name}`;
    const id = to.reserve();
    const [descriptorId, programId, mapId] = [to.reserve(), to.reserve(), to.reserve()];
    to.put(
      this.id,
      `<<${type0}\n/BaseFont ${name}\n/DescendantFonts [${id} 0 R]\n/ToUnicode ${mapId} 0 R>>`,
    );
    to.put(
      id,
      `<<${descendant}\n/BaseFont ${name}\n/FontDescriptor ${descriptorId} 0 R\n/DW 1000${cut.widths}>>`,
    );
    to.put(descriptorId, `<<${descriptor}\n/FontName ${name}\n/FontFile2 ${programId} 0 R>>`);
    const lengths = `/Length1 ${cut.length}\n/Filter /FlateDecode\n/Length ${cut.program.length}`;
    to.put(programId, `<<${lengths}>>`, cut.program);
    to.put(mapId, `<</Length ${cut.map.length}>>`, cut.map);
    return cut.characters;
  }
}

const DIGITS = Uint8Array.from('0123456789ABCDEF', (digit) => digit.charCodeAt(0));

/** The value of a hexadecimal digit. */
function valueOf(digit: number): number {
  return digit <= 0x39 ? digit - 0x30 : (digit | 0x20) - 0x57;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Six capital letters, as the standard has it: AAAAAA, BAAAAA, … */
function subsetLetters(place: number): string {
  let letters = '';
  for (let left = place; letters.length < 6; left = Math.floor(left / 26)) {
    letters += ALPHABET[left % 26] ?? '';
  }
  return letters;
}

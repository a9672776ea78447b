import type { PdfFile } from '../pdf-file.js';
import {
  asReference,
  dictionary,
  reference,
  UnexpectedPdf,
  type PdfDictionary,
  type PdfValue,
} from '../pdf-value.js';
import { latin1 } from '../write-pdf.js';
import type { Copier } from './copier.js';
import type { NewPdf } from './new-pdf.js';
import { UsedFont, type SheafFonts } from './used-fonts.js';

/** A name with what it is used for. */
const USE = /\/([A-Za-z]+)(\d+) (-?[\d.]+ Tf|gs|Do|scn|SCN|sh|cs|CS)(?=[\s/]|$)/g;

/** Content and resources as they are in a document's own file. */
export interface OwnContent {
  readonly content: Buffer;
  readonly resources: PdfDictionary;
}

/**
 * The resources of one document. Each is called by the number that it gets in the document's file, in
 * the order of its first use; what is not used is left out.
 */
export class Resources {
  readonly #file: PdfFile;
  readonly #to: NewPdf;
  readonly #copier: Copier;
  readonly #fonts: SheafFonts;
  readonly #used = new Map<number, UsedFont>();

  constructor(file: PdfFile, to: NewPdf, copier: Copier, fonts: SheafFonts) {
    this.#file = file;
    this.#to = to;
    this.#copier = copier;
    this.#fonts = fonts;
  }

  /** Gives content its own names, and texts the codes of its own fonts. */
  own(content: string, resources: PdfDictionary): OwnContent {
    const kinds = namesOf(this.#file, resources);
    const names = new Map<string, string>();
    const fonts = new Map<number, UsedFont>();
    const own = new Map<string, Map<string, PdfValue>>();
    const named = content.replace(USE, (_, letters: string, digits: string, use: string) => {
      const old = `${letters}${digits}`;
      let found = names.get(old);
      if (found === undefined) {
        const entry = kinds.get(old);
        if (entry === undefined) throw new UnexpectedPdf(`资源 ${old}`);
        const font = entry.kind === 'Font' ? this.#font(entry.id) : null;
        const id = font?.id ?? this.#copier.numberOf(entry.id);
        if (font !== null) fonts.set(id, font);
        found = `${letters}${id}`;
        names.set(old, found);
        const kind = own.get(entry.kind) ?? new Map<string, PdfValue>();
        own.set(entry.kind, kind.set(found, reference(id)));
      }
      return `/${found} ${use}`;
    });
    const entries = [...own].map(([kind, values]) => [kind, dictionary(values)] as const);
    const procedures = resources.entries.get('ProcSet');
    return {
      content: recoded(latin1(named), fonts),
      resources: dictionary([
        ...(procedures === undefined ? [] : [['ProcSet', procedures] as const]),
        ...entries,
      ]),
    };
  }

  /** Puts the fonts, when all content was read; gives the characters that are text. */
  putFonts(): { embedded: number; characters: Set<string> } {
    const characters = new Set<string>();
    for (const [place, font] of [...this.#used.values()].entries()) {
      for (const text of font.put(this.#to, this.#fonts, place)) {
        for (const character of text) characters.add(character);
      }
    }
    return { embedded: this.#used.size, characters };
  }

  /** The document's own cut of a font. */
  #font(old: number): UsedFont {
    const known = this.#used.get(old);
    if (known !== undefined) return known;
    const source = this.#fonts.open(old);
    if (source === null) throw new UnexpectedPdf('字体不能按字拆分');
    const font = new UsedFont(this.#to.reserve(), old, source);
    this.#used.set(old, font);
    return font;
  }
}

const code = (character: string): number => character.charCodeAt(0);
const [SLASH, LESS, MORE, LINE, SPACE] = [code('/'), code('<'), code('>'), code('\n'), code(' ')];
const [LETTER_T, LETTER_J, LETTER_BIG_J] = [code('T'), code('j'), code('J')];
const [LETTER_F, QUOTE, DOUBLE_QUOTE] = [code('f'), code("'"), code('"')];

/**
 * Puts a document's own codes in the place of the old ones, which are as long: so it is done where
 * they stand. A code is shown by the operator Tj; other digits in such brackets are texts of tags.
 */
function recoded(content: Buffer, fonts: ReadonlyMap<number, UsedFont>): Buffer {
  let font: UsedFont | undefined;
  for (let start = 0, end: number; start < content.length; start = end + 1) {
    end = content.indexOf(LINE, start);
    if (end < 0) end = content.length;
    const last = content[end - 1];
    // Skia shows text as hexadecimal digits, by Tj; other ways would slip by.
    if (last === QUOTE || last === DOUBLE_QUOTE) throw new UnexpectedPdf('文字的写法');
    if (content[end - 2] !== LETTER_T) continue;
    if (last === LETTER_F && content[start] === SLASH) {
      const name = content.toString('latin1', start + 1, content.indexOf(SPACE, start));
      font = fonts.get(Number(/\d+/.exec(name)?.[0]));
    } else if (last === LETTER_J || last === LETTER_BIG_J) {
      if (last === LETTER_BIG_J || content[end - 4] !== MORE) throw new UnexpectedPdf('文字的写法');
      if (font === undefined) throw new UnexpectedPdf('文字没有字体');
      font.recode(content, content.lastIndexOf(LESS, end) + 1, end - 4);
    }
  }
  return content;
}

/** What each name means. */
function namesOf(
  file: PdfFile,
  resources: PdfDictionary,
): ReadonlyMap<string, { readonly kind: string; readonly id: number }> {
  const names = new Map<string, { kind: string; id: number }>();
  for (const [kind, value] of resources.entries) {
    if (kind === 'ProcSet') continue;
    for (const [key, entry] of file.dictionaryAt(value).entries) {
      names.set(key, { kind, id: asReference(entry) });
    }
  }
  return names;
}

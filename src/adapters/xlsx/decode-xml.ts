import { WorkbookRefused } from './workbook-refused.js';

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

/**
 * The text of a piece of XML that was read as Latin-1: its UTF-8, its entities, and Excel's own
 * writing of control characters.
 *
 * @example decodeXml('A&amp;B_x000A_C') // 'A&B\nC'
 */
export function decodeXml(piece: string): string {
  return decodeSigns(isAscii(piece) ? piece : Buffer.from(piece, 'latin1').toString());
}

/** Separates texts that are decoded together; XML has no way to write it. */
const SEPARATOR = '\u0000';
const TOGETHER = 2000;

/**
 * The same for many short texts: to make a buffer of each takes longer than to read it.
 *
 * @throws WorkbookRefused when a text has a character that XML does not allow
 */
export function decodeTexts(pieces: readonly string[]): string[] {
  const texts: string[] = [];
  for (let from = 0; from < pieces.length; from += TOGETHER) {
    const some = pieces.slice(from, from + TOGETHER);
    const joined = some.join(SEPARATOR);
    const decoded = isAscii(joined) ? joined : Buffer.from(joined, 'latin1').toString();
    const parts = decoded.split(SEPARATOR);
    if (parts.length !== some.length) throw new WorkbookRefused('workbook-damaged');
    for (const part of parts) texts.push(decodeSigns(part));
  }
  return texts;
}

function isAscii(piece: string): boolean {
  // eslint-disable-next-line no-control-regex -- what is plain ASCII needs no decoding
  return /^[\u0000-\u007f]*$/.test(piece);
}

function decodeSigns(encoded: string): string {
  let text = encoded;
  if (text.includes('&')) {
    text = text.replace(/&(?:#(\d+)|#x([\da-fA-F]+)|(\w+));/g, (_, decimal, hex, name) => {
      if (typeof name === 'string') {
        const known = ENTITIES[name];
        if (known === undefined) throw new WorkbookRefused('workbook-entities');
        return known;
      }
      const code = typeof hex === 'string' ? parseInt(hex, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
    });
  }
  if (text.includes('_x')) {
    text = text.replace(/_x([\da-fA-F]{4})_/g, (_, hex: string) =>
      String.fromCharCode(parseInt(hex, 16)),
    );
  }
  return text;
}

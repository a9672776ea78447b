import { WorkbookRefused } from './workbook-refused.js';

/** Gets the parts of an XML text as they come. Names are without their namespace's prefix. */
export interface XmlVisitor {
  open(name: string, attributes: string): void;
  close?(name: string): void;
  /** A piece of text between tags; still encoded. */
  text?(piece: string): void;
}

/**
 * Walks through the XML of a package's part. It knows no document type, no entity of its own and
 * no external thing: a text that wants one is refused.
 *
 * The bytes are read as Latin-1, which makes a string of them without a copy twice as large;
 * `decodeXml` makes texts of the pieces that matter.
 *
 * @throws WorkbookRefused
 */
export function scanXml(bytes: Buffer, visitor: XmlVisitor): void {
  const xml = bytes.toString('latin1');
  // UTF-16 is allowed by the standard, and no office program writes it.
  if (bytes[0] === 0xff || bytes[0] === 0xfe) throw new WorkbookRefused('workbook-damaged');
  let at = 0;
  let depth = 0;
  for (;;) {
    const start = xml.indexOf('<', at);
    if (start === -1) break;
    if (start > at) visitor.text?.(xml.slice(at, start));
    const next = xml.charCodeAt(start + 1);
    if (next === QUESTION) at = endOf(xml, '?>', start) + 2;
    else if (next === EXCLAMATION) at = skipMarkup(xml, start, visitor);
    else {
      const end = endOfTag(xml, start);
      if (next === SLASH) {
        depth -= 1;
        visitor.close?.(nameIn(xml, start + 2, end));
      } else {
        if (xml.charCodeAt(end - 1) !== SLASH) depth += 1;
        openTag(xml, start + 1, end, visitor);
      }
      at = end + 1;
    }
  }
  // Rows that were cut off would be missing in silence.
  if (depth !== 0) throw new WorkbookRefused('workbook-damaged');
}

const QUESTION = 63;
const EXCLAMATION = 33;
const SLASH = 47;
const DOUBLE = 34;
const SINGLE = 39;
const COLON = 58;

function openTag(xml: string, start: number, end: number, visitor: XmlVisitor): void {
  const isEmpty = xml.charCodeAt(end - 1) === SLASH;
  const last = isEmpty ? end - 1 : end;
  const nameEnd = endOfName(xml, start, last);
  const name = nameIn(xml, start, nameEnd);
  visitor.open(name, nameEnd === last ? '' : xml.slice(nameEnd, last));
  if (isEmpty) visitor.close?.(name);
}

function endOfName(xml: string, start: number, last: number): number {
  let at = start;
  while (at < last && !isBlank(xml.charCodeAt(at))) at += 1;
  return at;
}

/** A name without its prefix. */
function nameIn(xml: string, start: number, end: number): string {
  let first = start;
  for (let at = start; at < end; at += 1) if (xml.charCodeAt(at) === COLON) first = at + 1;
  return xml.slice(first, endOfName(xml, first, end));
}

/** Space, tab and line break. */
function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}

/** A tag ends at the first > outside quotation marks. */
function endOfTag(xml: string, start: number): number {
  let end = endOf(xml, '>', start);
  // Rare enough that the quick way is right for nearly every tag.
  while (hasOpenQuote(xml, start, end)) end = endOf(xml, '>', end + 1);
  return end;
}

/** Looks at every sign of the tag: to search for the next mark would run through the whole file. */
function hasOpenQuote(xml: string, start: number, end: number): boolean {
  let open = 0;
  for (let at = start; at < end; at += 1) {
    const code = xml.charCodeAt(at);
    if (code !== DOUBLE && code !== SINGLE) continue;
    if (open === 0) open = code;
    else if (open === code) open = 0;
  }
  return open !== 0;
}

function skipMarkup(xml: string, start: number, visitor: XmlVisitor): number {
  if (xml.startsWith('<!--', start)) return endOf(xml, '-->', start) + 3;
  if (xml.startsWith('<![CDATA[', start)) {
    const end = endOf(xml, ']]>', start);
    visitor.text?.(xml.slice(start + 9, end).replaceAll('&', '&amp;'));
    return end + 3;
  }
  throw new WorkbookRefused('workbook-entities');
}

function endOf(xml: string, mark: string, from: number): number {
  const end = xml.indexOf(mark, from);
  if (end === -1) throw new WorkbookRefused('workbook-damaged');
  return end;
}

/**
 * The value of an attribute, decoded.
 *
 * @param attributes what stands in a tag behind its name
 * @example attributeOf(' r="B2" t="s"', 't') // 's'
 */
export function attributeOf(attributes: string, name: string): string | undefined {
  const mark = `${name}=`;
  let at = attributes.indexOf(mark);
  while (at > 0 && !isBeforeName(attributes.charCodeAt(at - 1))) {
    at = attributes.indexOf(mark, at + 1);
  }
  if (at === -1) return undefined;
  const quote = attributes[at + mark.length] ?? '';
  const start = at + mark.length + 1;
  const end = attributes.indexOf(quote, start);
  return end === -1 ? undefined : decodeXml(attributes.slice(start, end));
}

function isBeforeName(code: number): boolean {
  return code === COLON || isBlank(code);
}

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
  // eslint-disable-next-line no-control-regex -- what is plain ASCII needs no decoding
  let text = /^[\u0000-\u007f]*$/.test(piece) ? piece : Buffer.from(piece, 'latin1').toString();
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

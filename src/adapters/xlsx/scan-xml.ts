import { Latin1Text } from './latin1-text.js';
import { WorkbookRefused } from './workbook-refused.js';
import { isBlank, XmlAttributes } from './xml-attributes.js';

/** Gets the parts of an XML text as they come. Names are without their namespace's prefix. */
export interface XmlVisitor {
  /** The attributes are to be read before the next part comes. */
  open(name: string, attributes: XmlAttributes): void;
  close?(name: string): void;
  /** A piece of text between tags; still encoded. */
  text?(piece: string): void;
}

/**
 * Walks through the XML of a package's part. It knows no document type, no entity of its own and
 * no external thing: a text that wants one is refused.
 *
 * The bytes are read as Latin-1; `decodeXml` makes texts of the pieces that matter.
 *
 * @throws WorkbookRefused
 */
export function scanXml(bytes: Buffer, visitor: XmlVisitor): void {
  // UTF-16 is allowed by the standard, and no office program writes it.
  if (bytes[0] === 0xff || bytes[0] === 0xfe) throw new WorkbookRefused('workbook-damaged');
  const xml = new Latin1Text(bytes);
  const attributes = new XmlAttributes(bytes, xml);
  const length = bytes.length;
  let at = 0;
  let depth = 0;
  for (;;) {
    let start = at;
    while (start < length && bytes[start] !== LESS) start += 1;
    if (start === length) break;
    if (start > at) visitor.text?.(xml.slice(at, start));
    const next = bytes[start + 1];
    if (next === QUESTION) at = endOf(bytes, '?>', start) + 2;
    else if (next === EXCLAMATION) at = skipMarkup(bytes, start, visitor);
    else if (next === SLASH) {
      const end = endOfTag(bytes, start);
      depth -= 1;
      visitor.close?.(nameIn(xml, bytes, start + 2, end));
      at = end + 1;
    } else {
      const end = endOfTag(bytes, start);
      const isEmpty = bytes[end - 1] === SLASH;
      const last = isEmpty ? end - 1 : end;
      const nameEnd = endOfName(bytes, start + 1, last);
      const name = nameIn(xml, bytes, start + 1, nameEnd);
      attributes.moveTo(nameEnd, last);
      visitor.open(name, attributes);
      if (isEmpty) visitor.close?.(name);
      else depth += 1;
      at = end + 1;
    }
  }
  // Rows that were cut off would be missing in silence.
  if (depth !== 0) throw new WorkbookRefused('workbook-damaged');
}

const QUESTION = 63;
const EXCLAMATION = 33;
const SLASH = 47;
const LESS = 60;
const GREATER = 62;
const DOUBLE = 34;
const SINGLE = 39;
const COLON = 58;

function endOfName(bytes: Uint8Array, start: number, last: number): number {
  let at = start;
  while (at < last && !isBlank(bytes[at] ?? 0)) at += 1;
  return at;
}

/** A name without its prefix and the blanks behind it. */
function nameIn(xml: Latin1Text, bytes: Uint8Array, start: number, end: number): string {
  let first = start;
  for (let at = start; at < end; at += 1) if (bytes[at] === COLON) first = at + 1;
  return xml.slice(first, endOfName(bytes, first, end));
}

/** A tag ends at the first > outside quotation marks. */
function endOfTag(bytes: Uint8Array, start: number): number {
  let open = 0;
  for (let at = start; at < bytes.length; at += 1) {
    const code = bytes[at];
    if (code === GREATER) {
      if (open === 0) return at;
    } else if (code === DOUBLE || code === SINGLE) {
      if (open === 0) open = code;
      else if (open === code) open = 0;
    }
  }
  throw new WorkbookRefused('workbook-damaged');
}

function skipMarkup(bytes: Buffer, start: number, visitor: XmlVisitor): number {
  if (startsWith(bytes, '<!--', start)) return endOf(bytes, '-->', start) + 3;
  if (startsWith(bytes, '<![CDATA[', start)) {
    const end = endOf(bytes, ']]>', start);
    visitor.text?.(bytes.toString('latin1', start + 9, end).replaceAll('&', '&amp;'));
    return end + 3;
  }
  throw new WorkbookRefused('workbook-entities');
}

function startsWith(bytes: Buffer, mark: string, from: number): boolean {
  return bytes.toString('latin1', from, from + mark.length) === mark;
}

function endOf(bytes: Buffer, mark: string, from: number): number {
  const end = bytes.indexOf(mark, from, 'latin1');
  if (end === -1) throw new WorkbookRefused('workbook-damaged');
  return end;
}

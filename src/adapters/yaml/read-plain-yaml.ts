import { hasControlCharacter } from './control-characters.js';
import { NOTHING, plainScalar, RESERVED, type Reading, type Spot } from './reading.js';

/** Nesting beyond this is left to the package, which knows the limit. */
const MAX_DEPTH = 40;
/** Longer keys are left to the package, which refuses those of over 1,024 characters. */
const MAX_KEY = 500;

/** Characters that begin something other than a plain scalar. */
const INDICATORS = `-?:,[]{}#&*!|>'"%@\`\u3000\u00a0 \n`;
/** Tabs, line ends of Windows, the marks between documents. */
const UNUSUAL = /[\t\r]|^(?:---|\.\.\.)/m;
const END_OF_LINE = / *(?: #[^\n]*)?(?:\n|$)/y;
const EMPTY_LINES = /(?: *(?:#[^\n]*)?\n)*/y;
const INDENT = / */y;
const PLAIN_KEY = /([^\n:#,[\]{}]*[^\n:#,[\]{} ]) *:(?=[ \n]|$)/y;
const QUOTED = /'((?:[^'\n]|'')*)'|"([^"\\\n]*)"/y;
const FLOW_PLAIN = /(?:[^\n:#,[\]{}]+|:(?=[^\s,[\]{}])|(?<=[^ ])#)*/y;

/** What is left to the package. */
class NotPlain extends Error {}
const NOT_PLAIN = new NotPlain();

/**
 * Reads the YAML that rule and data files are written in: maps and lists in blocks or in brackets,
 * scalars of one line. It takes a tenth of the package's time, and the package need not be loaded.
 * Whatever else a file holds, and whatever is wrong with it, is left to the package: this reader
 * never judges, and what it reads is exactly what the package would have read.
 *
 * @returns undefined where the package is to read the file
 */
export function readPlainYaml(text: string): Reading | undefined {
  if (UNUSUAL.test(text) || hasControlCharacter(text) || text.normalize('NFC') !== text) {
    return undefined;
  }
  try {
    return new PlainReader(text).readDocument();
  } catch (error) {
    if (error === NOT_PLAIN) return undefined;
    throw error;
  }
}

/** One pass over a text; `at` is the next character, `indent` the blanks before its line. */
class PlainReader {
  readonly #text: string;
  #at = 0;
  #indent = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  readDocument(): Reading {
    this.#beginLine();
    if (!this.#standsAt(0)) throw NOT_PLAIN;
    const reading = this.#readBlock(0, 0);
    if (!this.#standsAt(-1)) throw NOT_PLAIN;
    return reading;
  }

  #standsAt(column: number): boolean {
    return this.#indent === column;
  }

  /** Matches at the next character and steps over it. */
  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found !== null) this.#at = pattern.lastIndex;
    return found;
  }

  /** Steps over the rest of a line on which nothing more may stand, to the next that says something. */
  #endLine(): void {
    if (this.#match(END_OF_LINE) === null) throw NOT_PLAIN;
    this.#beginLine();
  }

  #beginLine(): void {
    this.#match(EMPTY_LINES);
    const start = this.#at;
    this.#match(INDENT);
    this.#indent = this.#at - start;
    if (this.#at < this.#text.length && this.#text[this.#at] !== '#') return;
    // The end, or a comment on the last line, which has no line break.
    this.#at = this.#text.length;
    this.#indent = -1;
  }

  /** A map or a list whose entries stand `column` blanks from the margin. */
  #readBlock(column: number, key: number): Reading {
    if ((this.#depth += 1) > MAX_DEPTH) throw NOT_PLAIN;
    const reading = this.#isDash() ? this.#readList(column, key) : this.#readMap(column, key);
    this.#depth -= 1;
    return reading;
  }

  #isDash(): boolean {
    return this.#text[this.#at] === '-' && this.#text[this.#at + 1] === ' ';
  }

  #readList(column: number, key: number): Reading {
    const value: unknown[] = [];
    const below = new Map<string, Spot>();
    const start = this.#at;
    do {
      const dash = this.#at;
      this.#at += 1;
      this.#match(INDENT);
      const item = this.#readItem(column, column + this.#at - dash);
      below.set(String(value.length), item.spot);
      value.push(item.value);
    } while (this.#indent === column && this.#isDash());
    if (this.#indent > column) throw NOT_PLAIN;
    return { value, spot: { key, value: start, below } };
  }

  /** What follows a dash: a map that begins on its line, or something of one line. */
  #readItem(column: number, inner: number): Reading {
    if (this.#isDash()) throw NOT_PLAIN;
    return this.#isKey() ? this.#readBlock(inner, this.#at) : this.#readInline(column, this.#at);
  }

  #isKey(): boolean {
    const start = this.#at;
    const found = this.#isIndicator(start) ? null : this.#match(PLAIN_KEY);
    this.#at = start;
    return found !== null;
  }

  #readMap(column: number, key: number): Reading {
    const value = emptyMap();
    const below = new Map<string, Spot>();
    const start = this.#at;
    do {
      const keyAt = this.#at;
      const name = this.#readKey(below);
      const entry = this.#readNested(column, keyAt) ?? this.#readInline(column, keyAt);
      value[name] = entry.value;
      below.set(name, entry.spot);
    } while (this.#indent === column);
    if (this.#indent > column) throw NOT_PLAIN;
    return { value, spot: { key, value: start, below } };
  }

  /** A key with its colon, held against those before it. */
  #readKey(before: ReadonlyMap<string, Spot>): string {
    const found = this.#isIndicator(this.#at) ? null : this.#match(PLAIN_KEY);
    return checkedKey(found?.[1], before);
  }

  /** What stands on the lines below a key; a list may stand as far left as the key. */
  #readNested(column: number, key: number): Reading | undefined {
    if (this.#match(END_OF_LINE) === null) return undefined;
    this.#beginLine();
    const isList = this.#isDash();
    if (this.#indent < column || (this.#indent === column && !isList)) throw NOT_PLAIN;
    const isBlock = isList || this.#isKey();
    return isBlock ? this.#readBlock(this.#indent, key) : this.#readInline(column, key);
  }

  /** A scalar or brackets on the line of its key or dash, which end with the line. */
  #readInline(column: number, key: number): Reading {
    this.#match(INDENT);
    const next = this.#text[this.#at] ?? ' ';
    const isFlow = next === '{' || next === '[';
    const reading = isFlow ? this.#readFlow(column, key) : this.#readScalar(key);
    this.#endLine();
    // A line that stands further to the right goes on with this scalar.
    if (this.#indent > column) throw NOT_PLAIN;
    return reading;
  }

  #readScalar(key: number): Reading {
    const start = this.#at;
    const quoted = this.#readQuoted();
    if (quoted !== undefined) return scalar(quoted, key, start);
    this.#checkPlainStart();
    const end = endOf(this.#text.indexOf('\n', start), this.#text.length);
    const line = this.#text.slice(start, end);
    const comment = line.indexOf(' #');
    const text = trimBlanks(comment === -1 ? line : line.slice(0, comment));
    if (text.includes(': ') || text.endsWith(':')) throw NOT_PLAIN;
    this.#at = start + text.length;
    return scalar(plainScalar(text), key, start);
  }

  #checkPlainStart(): void {
    if (!this.#isIndicator(this.#at)) return;
    // A minus is a dash only before a blank.
    if (this.#text[this.#at] !== '-' || this.#isIndicator(this.#at + 1)) throw NOT_PLAIN;
  }

  #isIndicator(at: number): boolean {
    return INDICATORS.includes(this.#text[at] ?? ' ');
  }

  #readQuoted(): string | undefined {
    const first = this.#text[this.#at];
    if (first !== "'" && first !== '"') return undefined;
    const found = this.#match(QUOTED);
    if (found === null) throw NOT_PLAIN;
    return found[1]?.replaceAll("''", "'") ?? found[2] ?? '';
  }

  /** Brackets, which may stand over several lines to the right of their key. */
  #readFlow(column: number, key: number): Reading {
    if ((this.#depth += 1) > MAX_DEPTH) throw NOT_PLAIN;
    const start = this.#at;
    const isMap = this.#text[start] === '{';
    const close = isMap ? '}' : ']';
    const map = emptyMap();
    const list: unknown[] = [];
    const below = new Map<string, Spot>();
    this.#at += 1;
    this.#skipInFlow(column);
    while (this.#text[this.#at] !== close) {
      const keyAt = this.#at;
      const name = isMap ? this.#readFlowKey(below) : String(below.size);
      const entry = this.#readFlowValue(column, isMap ? keyAt : this.#at);
      if (isMap) map[name] = entry.value;
      else list.push(entry.value);
      below.set(name, entry.spot);
      this.#skipInFlow(column);
      if (this.#text[this.#at] !== ',') break;
      this.#at += 1;
      this.#skipInFlow(column);
      if (this.#text[this.#at] === close) throw NOT_PLAIN;
    }
    if (this.#text[this.#at] !== close) throw NOT_PLAIN;
    this.#at += 1;
    this.#depth -= 1;
    return { value: isMap ? map : list, spot: { key, value: start, below } };
  }

  #readFlowKey(before: ReadonlyMap<string, Spot>): string {
    const name = this.#readKey(before);
    if (this.#text[this.#at] !== ' ') throw NOT_PLAIN;
    this.#match(INDENT);
    return name;
  }

  #readFlowValue(column: number, key: number): Reading {
    const start = this.#at;
    const next = this.#text[start] ?? ' ';
    if (next === '{' || next === '[') return this.#readFlow(column, key);
    const quoted = this.#readQuoted();
    if (quoted !== undefined) return scalar(quoted, key, start);
    this.#checkPlainStart();
    const text = trimBlanks(this.#match(FLOW_PLAIN)?.[0] ?? '');
    return scalar(plainScalar(text), key, start);
  }

  /** Blanks within brackets, and line breaks whose next line stands to the right of the key. */
  #skipInFlow(column: number): void {
    this.#match(INDENT);
    if (this.#text[this.#at] !== '\n') return;
    this.#endLine();
    if (this.#indent <= column) throw NOT_PLAIN;
  }
}

function checkedKey(name: string | undefined, before: ReadonlyMap<string, Spot>): string {
  if (name === undefined || name.length > MAX_KEY || name === '<<' || RESERVED.has(name)) {
    throw NOT_PLAIN;
  }
  if (before.has(name)) throw NOT_PLAIN;
  return name;
}

function scalar(value: string | boolean | null, key: number, start: number): Reading {
  return { value, spot: { key, value: start, below: NOTHING } };
}

function emptyMap(): Record<string, unknown> {
  return Object.create(null) as Record<string, unknown>;
}

function endOf(found: number, length: number): number {
  return found === -1 ? length : found;
}

function trimBlanks(text: string): string {
  let end = text.length;
  while (text[end - 1] === ' ') end -= 1;
  return text.slice(0, end);
}

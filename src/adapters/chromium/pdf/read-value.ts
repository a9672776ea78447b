import { UnexpectedPdf, type PdfValue } from './pdf-value.js';

/** One token of a PDF's text; Skia escapes every bracket inside a string, so none is nested. */
const TOKEN =
  /[\s\0]*(?:(\d+) 0 R(?![\w])|(<<)|(>>)|(\[)|(\])|\/([^\s()<>[\]{}/%]*)|(\((?:[^()\\]|\\[^])*\)|<[0-9A-Fa-f\s]*>|[+-]?(?:\d+\.?\d*|\.\d+)|true|false|null))/y;

/** A value and the place where it ends. */
export interface ReadValue {
  readonly value: PdfValue;
  readonly end: number;
}

type Token =
  | { readonly mark: '<<' | '>>' | '[' | ']' }
  | { readonly name: string }
  | { readonly value: PdfValue };

/** Reads the value that begins at this place; anything strange is refused. */
export function readValue(source: string, start: number): ReadValue {
  let at = start;
  const next = (): Token => {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(source);
    if (found === null) {
      throw new UnexpectedPdf(`第 ${at} 字节处：${JSON.stringify(source.slice(at, at + 20))}`);
    }
    at = TOKEN.lastIndex;
    const [, id, open, close, openArray, closeArray, name, token] = found;
    if (id !== undefined) return { value: { kind: 'reference', id: Number(id) } };
    if (open !== undefined) return { mark: '<<' };
    if (close !== undefined) return { mark: '>>' };
    if (openArray !== undefined) return { mark: '[' };
    if (closeArray !== undefined) return { mark: ']' };
    if (name !== undefined) return { name };
    return { value: { kind: 'token', text: token ?? '' } };
  };
  const valueOf = (token: Token): PdfValue => {
    if ('value' in token) return token.value;
    if ('name' in token) return { kind: 'token', text: `/${token.name}` };
    if (token.mark === '[') return { kind: 'array', items: readItems() };
    if (token.mark === '<<') return { kind: 'dictionary', entries: readEntries() };
    throw new UnexpectedPdf(`第 ${at} 字节处：多余的 ${token.mark}`);
  };
  const readItems = (): PdfValue[] => {
    const items: PdfValue[] = [];
    for (;;) {
      const token = next();
      if ('mark' in token && token.mark === ']') return items;
      items.push(valueOf(token));
    }
  };
  const readEntries = (): Map<string, PdfValue> => {
    const entries = new Map<string, PdfValue>();
    for (;;) {
      const key = next();
      if ('mark' in key && key.mark === '>>') return entries;
      if (!('name' in key)) throw new UnexpectedPdf(`第 ${at} 字节处：字典的键不是名称`);
      entries.set(key.name, valueOf(next()));
    }
  };
  const value = valueOf(next());
  return { value, end: at };
}

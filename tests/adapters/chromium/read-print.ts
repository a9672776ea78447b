import { getDocumentProxy } from 'unpdf';

/** A word on a page, with its corner from the sheet's lower left, in millimetres. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Whether it belongs to the document's text, or is only pagination. */
  readonly isTagged: boolean;
}

/** A page as a reader of PDF sees it. */
export interface ReadPage {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly rotate: number;
  readonly words: readonly PlacedText[];
  /** The text without blanks. */
  readonly text: string;
  /** The text by tags, as `H1:考核结果`, in the order of reading. */
  readonly tags: readonly string[];
  readonly links: readonly (readonly number[])[];
}

interface Tag {
  readonly role?: string;
  readonly children?: readonly Tag[];
  readonly type?: string;
  readonly id?: string;
}

interface Item {
  readonly type?: string;
  readonly tag?: string;
  readonly id?: string | null;
  readonly str?: string;
  readonly transform?: readonly number[];
}

/** What of pdf.js is used here; unpdf brings no types for it. */
interface Reader {
  readonly numPages: number;
  getPage(number: number): Promise<{
    readonly view: readonly number[];
    readonly rotate: number;
    getTextContent(options: object): Promise<{ items: readonly Item[] }>;
    getAnnotations(): Promise<readonly { rect: readonly number[] }[]>;
    getStructTree(): Promise<Tag | null>;
  }>;
  getMetadata(): Promise<{ info: Readonly<Record<string, unknown>> }>;
  getOutline(): Promise<readonly { title: string; dest: unknown }[] | null>;
}

/** Opens a print with pdf.js. */
export async function openPrint(pdf: Uint8Array): Promise<Reader> {
  const opened: unknown = await getDocumentProxy(Uint8Array.from(pdf));
  return opened as Reader;
}

/** Reads a print's pages with pdf.js. */
export async function readPrint(pdf: Uint8Array): Promise<ReadPage[]> {
  const document = await openPrint(pdf);
  const pages: ReadPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const [, , width = 0, height = 0] = page.view;
    const content = await page.getTextContent({ includeMarkedContent: true });
    const { words, byMark } = readItems(content.items);
    const annotations = await page.getAnnotations();
    pages.push({
      widthMm: mm(width),
      heightMm: mm(height),
      rotate: page.rotate,
      words,
      text: words
        .map(({ text }) => text)
        .join('')
        .replace(/\s/g, ''),
      tags: tagsOf((await page.getStructTree()) ?? {}, byMark),
      links: annotations.map(({ rect }) => rect.map(mm)),
    });
  }
  return pages;
}

function readItems(items: readonly Item[]): {
  words: PlacedText[];
  byMark: Map<string, string>;
} {
  const words: PlacedText[] = [];
  const byMark = new Map<string, string>();
  const open: (string | null)[] = [];
  for (const item of items) {
    if (item.type === 'beginMarkedContentProps') open.push(item.id ?? null);
    else if (item.type === 'beginMarkedContent') open.push(null);
    else if (item.type === 'endMarkedContent') open.pop();
    else if (item.str !== undefined && item.str.trim() !== '') {
      const mark = open.findLast((id) => id !== null) ?? null;
      if (mark !== null) byMark.set(mark, (byMark.get(mark) ?? '') + item.str);
      words.push({
        text: item.str,
        x: mm(item.transform?.[4] ?? 0),
        y: mm(item.transform?.[5] ?? 0),
        isTagged: mark !== null,
      });
    }
  }
  return { words, byMark };
}

/** A block's role with all the text in it. */
function tagsOf(tag: Tag, byMark: ReadonlyMap<string, string>): string[] {
  const isBlock = /^(?:P|H\d?|TH|TD|Caption|Figure|L)$/.test(tag.role ?? '');
  if (!isBlock) return (tag.children ?? []).flatMap((child) => tagsOf(child, byMark));
  const said = textOf(tag, byMark);
  return said === '' ? [] : [`${tag.role ?? ''}:${said}`];
}

function textOf(tag: Tag, byMark: ReadonlyMap<string, string>): string {
  if (tag.type === 'content') return byMark.get(tag.id ?? '') ?? '';
  return (tag.children ?? []).map((child) => textOf(child, byMark)).join('');
}

function mm(points: number): number {
  return Math.round((points / 72) * 25.4 * 100) / 100;
}

import { isRecord, MM, Operators, type Matrix } from './page-operators.js';
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';

/** A character where it stands: millimetres from the sheet's upper left corner, y to the baseline. */
export interface Glyph {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Where the text runs to: (1, 0) from left to right, (0, 1) downwards on the sheet. */
  readonly dx: number;
  readonly dy: number;
  /** Points, as tall as it is printed. */
  readonly size: number;
  /** Millimetres along the text. */
  readonly advance: number;
  readonly font: string;
  readonly color: string;
}

/** A filled area: a rule, a cell's ground, a module of a QR code. */
export interface Rule {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly color: string;
}

/** A page as a sheet of paper: a landscape page is measured upright, as it is bound. */
export interface Page {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** Whether it is read in landscape, its top toward the left of the sheet. */
  readonly isWide: boolean;
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
  readonly fonts: readonly string[];
  /** Points a CSS pixel: 0.75, or less where Chromium has shrunk a page that was too wide. */
  readonly scale: number;
}

/** What is used of pdf.js, whose own types are not in unpdf. */
interface PdfFile {
  readonly numPages: number;
  getPage(number: number): Promise<{
    readonly view: readonly number[];
    readonly rotate: number;
    readonly commonObjs: { get(id: string): unknown };
    getOperatorList(): Promise<{
      readonly fnArray: readonly number[];
      readonly argsArray: readonly unknown[];
    }>;
  }>;
}

// Node 20 has no such method, and without it pdf.js reads no fonts.
if (!('transferToFixedLength' in ArrayBuffer.prototype)) {
  Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', {
    value(this: ArrayBuffer, length?: number) {
      return this.slice(0, length ?? this.byteLength);
    },
  });
}

/** Reads what stands where on every page of a PDF. */
export async function readPages(bytes: Uint8Array): Promise<Page[]> {
  const { OPS } = (await getResolvedPDFJS()) as unknown as {
    OPS: Readonly<Record<string, number>>;
  };
  const names = new Map(Object.entries(OPS).map(([name, code]) => [code, name]));
  const pdf = (await getDocumentProxy(Uint8Array.from(bytes))) as unknown as PdfFile;
  const pages: Page[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
    const { fnArray, argsArray } = await page.getOperatorList();
    const nameOf = (id: string): string => {
      const font: unknown = page.commonObjs.get(id);
      return isRecord(font) && typeof font['name'] === 'string' ? font['name'] : id;
    };
    const isTurned = right - left > top - bottom;
    // A landscape page is bound with its top to the left.
    const upright: Matrix = isTurned ? [0, -1, -1, 0, top, right] : [1, 0, 0, -1, -left, top];
    const press = new Operators(upright, nameOf);
    fnArray.forEach((code, index) => press.run(names.get(code) ?? '', argsArray[index]));
    pages.push({
      number,
      width: Math.min(right - left, top - bottom) * MM,
      height: Math.max(right - left, top - bottom) * MM,
      isWide: isTurned || page.rotate % 180 !== 0,
      glyphs: press.glyphs,
      rules: press.rules,
      fonts: [...press.fonts].sort(),
      scale: press.scale,
    });
  }
  return pages;
}

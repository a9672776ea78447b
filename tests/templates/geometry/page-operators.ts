import type { Glyph, Rule } from './read-pages.js';

export type Matrix = readonly [number, number, number, number, number, number];

export const MM = 25.4 / 72;
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

interface State {
  matrix: Matrix;
  color: string;
}

/** Carries out a page's operators, as far as they say where text and rules stand. */
export class Operators {
  readonly glyphs: Glyph[] = [];
  readonly rules: Rule[] = [];
  readonly fonts = new Set<string>();
  scale = 0.75;
  readonly #nameOf: (id: string) => string;
  #state: State;
  readonly #saved: State[] = [];
  #text: Matrix = IDENTITY;
  #line: Matrix = IDENTITY;
  #size = 0;
  #font = '';
  #spacing = 0;

  constructor(matrix: Matrix, nameOf: (id: string) => string) {
    this.#state = { matrix, color: '#000000' };
    this.#nameOf = nameOf;
  }

  run(name: string, args: unknown): void {
    switch (name) {
      case 'save':
      case 'paintFormXObjectBegin':
        this.#saved.push({ ...this.#state });
        if (name !== 'save') this.#transform(listOf(args)[0]);
        return;
      case 'restore':
      case 'paintFormXObjectEnd':
        this.#state = this.#saved.pop() ?? this.#state;
        return;
      case 'transform':
        return this.#transform(args);
      case 'setFillRGBColor':
        this.#state.color = String(listOf(args)[0]);
        return;
      case 'beginText':
        this.#text = this.#line = IDENTITY;
        return;
      case 'setFont':
        this.#font = this.#nameOf(String(listOf(args)[0]));
        this.#size = numberAt(args, 1);
        this.fonts.add(this.#font);
        return;
      case 'setCharSpacing':
        this.#spacing = numberAt(args, 0);
        return;
      case 'setTextMatrix':
        this.#text = this.#line = matrixOf(listOf(args)[0]);
        return;
      case 'moveText':
        this.#line = multiply(this.#line, [1, 0, 0, 1, numberAt(args, 0), numberAt(args, 1)]);
        this.#text = this.#line;
        return;
      case 'showText':
        return this.#show(listOf(listOf(args)[0]));
      case 'constructPath':
        return this.#path(listOf(args));
      default:
    }
  }

  #transform(matrix: unknown): void {
    if (matrix === null || matrix === undefined) return;
    this.#state.matrix = multiply(this.#state.matrix, matrixOf(matrix));
  }

  #show(items: readonly unknown[]): void {
    for (const item of items) {
      if (typeof item === 'number') {
        this.#advance((-item * this.#size) / 1000);
        continue;
      }
      if (!isRecord(item)) continue;
      const width = (Number(item['width']) * this.#size) / 1000;
      const whole = multiply(this.#state.matrix, this.#text);
      const along = Math.hypot(whole[0], whole[1]);
      const across = Math.hypot(whole[2], whole[3]);
      this.glyphs.push({
        text: String(item['unicode']),
        x: whole[4] * MM,
        y: whole[5] * MM,
        dx: whole[0] / along,
        dy: whole[1] / along,
        size: this.#size * across,
        advance: (width + this.#spacing) * along * MM,
        font: this.#font,
        color: this.#state.color,
      });
      this.scale = Math.min(this.scale, across);
      this.#advance(width + this.#spacing);
    }
  }

  #advance(by: number): void {
    this.#text = multiply(this.#text, [1, 0, 0, 1, by, 0]);
  }

  /** The third argument is the box around the path; clips paint nothing. */
  #path([painting, , box]: readonly unknown[]): void {
    if (painting === 28) return;
    const [x0, y0, x1, y1] = listOf(box).map(Number);
    if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return;
    const corners = [at(this.#state.matrix, x0, y0), at(this.#state.matrix, x1, y1)] as const;
    const [[ax, ay], [bx, by]] = corners;
    this.rules.push({
      x: Math.min(ax, bx) * MM,
      y: Math.min(ay, by) * MM,
      width: Math.abs(bx - ax) * MM,
      height: Math.abs(by - ay) * MM,
      color: this.#state.color,
    });
  }
}

function at(m: Matrix, x: number, y: number): readonly [number, number] {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
}

/** The matrix that does `b` first, then `a`. */
function multiply(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[2] * b[1],
    a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3],
    a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4],
    a[1] * b[4] + a[3] * b[5] + a[5],
  ];
}

function matrixOf(value: unknown): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = listOf(value).map(Number);
  return [a, b, c, d, e, f];
}

function numberAt(value: unknown, index: number): number {
  return Number(listOf(value)[index]);
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return ArrayBuffer.isView(value) && !(value instanceof DataView)
    ? Array.from(Object.values(value))
    : [];
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

import type { Sfnt } from './sfnt.js';

/** A point of an outline, in font units. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly on: boolean;
}
/** Closed curves, as TrueType has them. */
export type Outline = readonly (readonly Point[])[];

const REPEAT = 8;
const WORDS = 1;
const ARE_OFFSETS = 2;
const SCALE = 8;
const MORE = 0x20;
const TWO_SCALES = 0x40;
const MATRIX = 0x80;

/** Reads a glyph; one composed of others is put together. */
export function readOutline(font: Sfnt, glyph: number, depth = 0): Outline {
  const view = font.outline(glyph);
  if (view.byteLength < 10 || depth > 6) return [];
  const contours = view.getInt16(0);
  if (contours === 0) return [];
  return contours < 0 ? readComposite(font, view, depth) : readSimple(view, contours);
}

function readSimple(view: DataView, contours: number): Outline {
  const ends = Array.from({ length: contours }, (_, i) => view.getUint16(10 + i * 2));
  const points = (ends.at(-1) ?? -1) + 1;
  let at = 10 + contours * 2;
  at += 2 + view.getUint16(at);
  const flags: number[] = [];
  while (flags.length < points) {
    const flag = view.getUint8(at++);
    const times = (flag & REPEAT) === 0 ? 1 : 1 + view.getUint8(at++);
    for (let i = 0; i < times; i++) flags.push(flag);
  }
  // Bit 1 (x) or 2 (y): one byte whose sign is bit 4 or 5; else that bit says "as before".
  const axis = (short: number, same: number): number[] => {
    let value = 0;
    return flags.map((flag) => {
      if ((flag & short) !== 0)
        value += (flag & same) === 0 ? -view.getUint8(at++) : view.getUint8(at++);
      else if ((flag & same) === 0) {
        value += view.getInt16(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = axis(2, 16);
  const ys = axis(4, 32);
  const all = flags.map((flag, i) => ({ x: xs[i] ?? 0, y: ys[i] ?? 0, on: (flag & 1) === 1 }));
  return ends.map((end, i) => all.slice((ends[i - 1] ?? -1) + 1, end + 1));
}

function readComposite(font: Sfnt, view: DataView, depth: number): Outline {
  const parts: (readonly Point[])[] = [];
  const fraction = (at: number): number => view.getInt16(at) / 16384;
  let at = 10;
  let flags: number;
  do {
    flags = view.getUint16(at);
    const glyph = view.getUint16(at + 2);
    at += 4;
    const hasWords = (flags & WORDS) !== 0;
    const [dx, dy] = hasWords
      ? [view.getInt16(at), view.getInt16(at + 2)]
      : [view.getInt8(at), view.getInt8(at + 1)];
    at += hasWords ? 4 : 2;
    let [xx, xy, yx, yy] = [1, 0, 0, 1];
    if ((flags & SCALE) !== 0) [xx, yy] = [fraction(at), fraction(at)];
    if ((flags & TWO_SCALES) !== 0) [xx, yy] = [fraction(at), fraction(at + 2)];
    if ((flags & MATRIX) !== 0) {
      [xx, xy, yx, yy] = [fraction(at), fraction(at + 2), fraction(at + 4), fraction(at + 6)];
    }
    at +=
      (flags & SCALE) !== 0 ? 2 : (flags & TWO_SCALES) !== 0 ? 4 : (flags & MATRIX) !== 0 ? 8 : 0;
    // Parts tied point to point are not met in these fonts; they would stay where they are.
    const [moveX, moveY] = (flags & ARE_OFFSETS) !== 0 ? [dx, dy] : [0, 0];
    for (const contour of readOutline(font, glyph, depth + 1)) {
      parts.push(
        contour.map(({ x, y, on }) => ({
          x: Math.round(x * xx + y * yx) + moveX,
          y: Math.round(x * xy + y * yy) + moveY,
          on,
        })),
      );
    }
  } while ((flags & MORE) !== 0);
  return parts;
}

/** The left, bottom, right and top edge of an outline; nought for a blank. */
export function boundsOf(outline: Outline): readonly [number, number, number, number] {
  const points = outline.flat();
  if (points.length === 0) return [0, 0, 0, 0];
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** Writes a simple glyph, without instructions. */
export function writeOutline(outline: Outline): Uint8Array {
  const contours = outline.filter((contour) => contour.length > 0);
  if (contours.length === 0) return new Uint8Array(0);
  const points = contours.flat();
  const bytes: number[] = [];
  const put16 = (value: number): void => void bytes.push((value >> 8) & 0xff, value & 0xff);
  put16(contours.length);
  for (const edge of boundsOf(contours)) put16(edge);
  let end = -1;
  for (const contour of contours) put16((end += contour.length));
  put16(0);
  const flags = points.map((point) => (point.on ? 1 : 0));
  const xs = packAxis(
    points.map((point) => point.x),
    flags,
    2,
    16,
  );
  const ys = packAxis(
    points.map((point) => point.y),
    flags,
    4,
    32,
  );
  bytes.push(...flags, ...xs, ...ys);
  return Uint8Array.from(bytes);
}

/** The steps from point to point: none, one byte or two; the flags are told which. */
function packAxis(
  values: readonly number[],
  flags: number[],
  short: number,
  same: number,
): number[] {
  const bytes: number[] = [];
  let before = 0;
  values.forEach((value, i) => {
    const step = value - before;
    before = value;
    const flag = flags[i] ?? 0;
    if (step === 0) flags[i] = flag | same;
    else if (Math.abs(step) < 256) {
      flags[i] = flag | short | (step > 0 ? same : 0);
      bytes.push(Math.abs(step));
    } else bytes.push((step >> 8) & 0xff, step & 0xff);
  });
  return bytes;
}

/** A glyph's bytes without the hinting program, which belongs to tables that are left behind. */
export function withoutInstructions(view: DataView): Uint8Array {
  const whole = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  const at = 10 + view.getInt16(0) * 2;
  const length = view.getUint16(at);
  if (length === 0) return whole;
  const bytes = new Uint8Array(whole.length - length);
  bytes.set(whole.subarray(0, at));
  bytes.set(whole.subarray(at + 2 + length), at + 2);
  return bytes;
}

import { array, asNumber, number, UnexpectedPdf, type PdfValue } from '../pdf-value.js';

/** A CSS pixel in points. */
const PIXEL = 0.75;

/**
 * The end of a link, in points, on a whole pixel from the page's head. Chromium counts from the first
 * page of a sheaf on, so what it writes for a place has another rounding error on each; it lays out in
 * 64ths of a pixel, and between two of them is no place that could fall to either side.
 */
export function settledPlace(x: PdfValue, y: PdfValue, height: number): [PdfValue, PdfValue] {
  const settled = (place: number): number => Math.round(place / PIXEL + 1 / 128) * PIXEL;
  return [number(settled(asNumber(x))), number(height - settled(height - asNumber(y)))];
}

/** The same for the rectangle of a link. */
export function settledRectangle(sides: readonly PdfValue[], height: number): PdfValue {
  const [left, bottom, right, top] = sides;
  if (!left || !bottom || !right || !top) throw new UnexpectedPdf('链接的位置');
  return array([...settledPlace(left, bottom, height), ...settledPlace(right, top, height)]);
}

/** Lengths of GB/T 9704-2012 in twips, the twentieths of a point that Word counts in. */
export const TWIPS_PER_POINT = 20;

/** Millimetres as twips. */
export function millimetres(length: number): number {
  return Math.round((length * 1440) / 25.4);
}

/**
 * A line: 225 mm / 22, rounded down. A twentieth of a point more, and the twenty-second line would
 * not stand on the page.
 */
export const LINE = 579;

/** 3号 in half points; 28 of it are 2 mm wider than the type area, which the grid takes off. */
export const BODY_SIZE = 32;

/**
 * What is taken off each character of the body, in twips: 28 of 16 pt less a quarter point stand in
 * 156 mm, and a justified line fills it. Word's own grid of characters would do the same, but
 * LibreOffice snaps a character that is larger than its cell to two cells.
 */
export const BODY_SPACING = -5;

/** The paper and its margins; 订口 is the inner one on both sides of a leaf. */
export const PAGE = {
  width: 11906,
  height: 16838,
  top: millimetres(37),
  bottom: millimetres(35),
  inside: millimetres(28),
  outside: millimetres(26),
  header: millimetres(15),
  /** From the paper's edge to the foot of the page number, whose head is 7 mm below the type area. */
  footer: millimetres(35 - 7) - 16 * TWIPS_PER_POINT,
} as const;

/** How wide the text stands on an upright page, and on one that lies on its side. */
export const TEXT_WIDTH = {
  upright: PAGE.width - PAGE.inside - PAGE.outside,
  wide: PAGE.height - PAGE.top - PAGE.bottom,
} as const;

import type { CellStyle } from 'hucre/xlsx';
import type { CellLook } from '../../domain/workbooks/index.js';

/** A font of every Chinese Windows, WPS and printer. */
export const FONT = '宋体';

const GREY = 'FF7F7F7F';
const LINE = { style: 'thin', color: { rgb: 'FFBFBFBF' } } as const;
const BORDER: NonNullable<CellStyle['border']> = {
  top: LINE,
  right: LINE,
  bottom: LINE,
  left: LINE,
};

function fill(rgb: string): NonNullable<CellStyle['fill']> {
  return { type: 'pattern', pattern: 'solid', fgColor: { rgb } };
}

const LEFT = { horizontal: 'left', vertical: 'center', wrapText: true } as const;
const CENTRE = { horizontal: 'center', vertical: 'center', wrapText: true } as const;
const RIGHT = { horizontal: 'right', vertical: 'center' } as const;
const OPEN = { locked: false } as const;
const YELLOW = fill('FFFFF9E5');

/** How each look is drawn. What may be filled in is yellow and unlocked, and nothing else is. */
export const LOOKS: Readonly<Record<CellLook, CellStyle>> = {
  title: { font: { name: '黑体', size: 16 }, alignment: CENTRE },
  line: { font: { name: FONT, size: 11 }, alignment: LEFT },
  hint: { font: { name: FONT, size: 10, color: { rgb: GREY } }, alignment: LEFT },
  head: {
    font: { name: FONT, size: 11, bold: true },
    fill: fill('FFDDEBF7'),
    alignment: CENTRE,
    border: BORDER,
  },
  inputHead: {
    font: { name: FONT, size: 11, bold: true },
    fill: fill('FFF8CBAD'),
    alignment: CENTRE,
    border: BORDER,
  },
  text: { font: { name: FONT, size: 10 }, alignment: LEFT, border: BORDER },
  centre: { font: { name: FONT, size: 10 }, alignment: CENTRE, border: BORDER },
  faint: {
    font: { name: FONT, size: 8, color: { rgb: GREY } },
    alignment: LEFT,
    border: BORDER,
  },
  number: { font: { name: FONT, size: 10 }, alignment: RIGHT, border: BORDER },
  input: {
    font: { name: FONT, size: 11 },
    fill: YELLOW,
    alignment: RIGHT,
    border: BORDER,
    protection: OPEN,
  },
  inputText: {
    font: { name: FONT, size: 10 },
    fill: YELLOW,
    alignment: LEFT,
    border: BORDER,
    protection: OPEN,
  },
  inputCentre: {
    font: { name: FONT, size: 10 },
    fill: YELLOW,
    alignment: CENTRE,
    border: BORDER,
    protection: OPEN,
  },
  total: { font: { name: FONT, size: 11, bold: true }, alignment: RIGHT, border: BORDER },
};

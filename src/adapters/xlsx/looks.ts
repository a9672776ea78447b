import type { CellLook } from '../../domain/workbooks/index.js';

/** A font of every Chinese Windows, WPS and printer. */
export const FONT = '宋体';

/** How a look is drawn. What may be filled in is yellow and unlocked, and nothing else is. */
export interface Drawn {
  readonly font: string;
  readonly size: number;
  readonly isBold: boolean;
  readonly colour: 'black' | 'grey';
  readonly fill: string | undefined;
  readonly horizontal: 'left' | 'center' | 'right';
  readonly wraps: boolean;
  readonly hasBorder: boolean;
  readonly isOpen: boolean;
}

const PLAIN: Drawn = {
  font: FONT,
  size: 10,
  isBold: false,
  colour: 'black',
  fill: undefined,
  horizontal: 'left',
  wraps: true,
  hasBorder: true,
  isOpen: false,
};

const HEAD: Drawn = { ...PLAIN, size: 11, isBold: true, horizontal: 'center' };
const OPEN: Drawn = { ...PLAIN, fill: 'FFFFF9E5', isOpen: true };

/** Every look, in the order of their styles in the file. */
export const LOOKS: Readonly<Record<CellLook, Drawn>> = {
  text: PLAIN,
  title: { ...PLAIN, font: '黑体', size: 16, horizontal: 'center', hasBorder: false },
  line: { ...PLAIN, size: 11, hasBorder: false },
  hint: { ...PLAIN, colour: 'grey', hasBorder: false },
  head: { ...HEAD, fill: 'FFDDEBF7' },
  inputHead: { ...HEAD, fill: 'FFF8CBAD' },
  centre: { ...PLAIN, horizontal: 'center' },
  faint: { ...PLAIN, size: 8, colour: 'grey' },
  number: { ...PLAIN, horizontal: 'right', wraps: false },
  input: { ...OPEN, size: 11, horizontal: 'right', wraps: false },
  inputText: OPEN,
  inputCentre: { ...OPEN, horizontal: 'center' },
  total: { ...HEAD, horizontal: 'right', wraps: false },
};

import { NUMBER, STANDARD, type Expected } from './check-pages.js';
import { textOf, type Line } from './lines-of.js';
import type { Page, Rule } from './read-pages.js';

/** 校验标记: a QR code of 15 mm, of 33 modules within a quiet zone of four. */
const QR = { side: 15, modules: 33, quiet: 4, tolerance: 0.1 } as const;

/** 校验标记: on working papers and attachments; on a 公文's own pages only where asked for. */
export function markFaults(
  page: Page,
  lines: readonly Line[],
  { form, runHash, marksEverywhere = false }: Expected,
  annexed: boolean,
): string[] {
  const foot = STANDARD.top + STANDARD.areaHeight;
  const below = lines.filter((line) => line.glyphs.every((glyph) => glyph.y > foot));
  const squares = page.rules.filter(({ x, y, width, height }) => {
    const isLarge = width > QR.side / 2 && height > QR.side / 2 && width < 2 * QR.side;
    return isLarge && y + height > foot && x + width < STANDARD.width;
  });
  const isMarked = textOf(below).includes('校验码') || squares.length > 0;
  // What rests on no result has nothing to vouch for.
  if (runHash === '') return isMarked ? ['不依据结果的公文印了校验标记'] : [];
  const isOwnPage = (form === 'letter' || form === 'official') && !annexed;
  if (isOwnPage && !marksEverywhere) return isMarked ? ['公文正文页印了校验标记'] : [];
  if (!textOf(below).includes(runHash)) {
    // A colophon that stands alone after the attachments, or a cover, carries none.
    const isBare = isColophon(lines) || !lines.some((line) => NUMBER.test(line.text));
    return isBare && !isMarked ? [] : ['没有结果校验码'];
  }
  return squareFaults(page, squares, lines, form);
}

/** Size, quiet zone and place of the QR code: in the margin below the type area, opposite the number. */
function squareFaults(
  page: Page,
  squares: readonly Rule[],
  lines: readonly Line[],
  form: Expected['form'],
): string[] {
  const [ground, code, ...others] = squares;
  if (ground === undefined || code === undefined || others.length > 0) {
    return [`校验标记由${String(squares.length)}块组成，应为底和图两块`];
  }
  const faults: string[] = [];
  const check = (what: string, found: number, wanted: number): void => {
    if (Math.abs(found - wanted) <= QR.tolerance) return;
    faults.push(`二维码${what} ${found.toFixed(2)} 毫米，应为 ${wanted.toFixed(2)}`);
  };
  check('宽', ground.width, QR.side);
  check('高', ground.height, QR.side);
  check('宽高之差', ground.width - ground.height, 0);
  const module = QR.side / (QR.modules + 2 * QR.quiet);
  check('图宽', code.width, QR.modules * module);
  check('图高', code.height, QR.modules * module);
  check('左侧空白', code.x - ground.x, QR.quiet * module);
  check('上方空白', code.y - ground.y, QR.quiet * module);
  const left = STANDARD.left(page.number);
  const isRight = page.number % 2 === 1;
  const side = isRight ? left - ground.x : left + STANDARD.areaWidth - ground.x - ground.width;
  check('与版心外侧的差', side, 0);
  if (ground.y < STANDARD.top + STANDARD.areaHeight) faults.push('二维码在版心里');
  // A letter's right pages have room below the second rule alone; the code itself ends 6 mm higher.
  const edge = form === 'letter' ? 4.3 : 5;
  if (ground.y + ground.height > STANDARD.height - edge)
    faults.push(`二维码离纸边不到 ${edge} 毫米`);
  const words = lines.filter(({ y }) => y > ground.y && y < ground.y + ground.height);
  const middle = left + STANDARD.areaWidth / 2;
  const opposite = words.filter(({ text }) => !NUMBER.test(text));
  if (opposite.length === 0) faults.push('二维码旁没有校验码的文字');
  for (const { start, text } of opposite) {
    if (start < middle !== isRight) faults.push(`校验标记的“${text}”与页码同侧`);
  }
  return faults;
}

const isColophon = (lines: readonly Line[]): boolean =>
  lines.some(({ text }) => /印发$|^抄送：/.test(text)) && lines.length < 8;

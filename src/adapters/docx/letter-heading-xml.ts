import { textOf, type Paragraph } from '../../domain/papers/index.js';
import { LINE, millimetres, PAGE } from './lengths.js';
import { styleOf } from './official-styles.js';
import { blankNumber, element, type ParagraphContext } from './paragraph-xml.js';
import { inlinesXml } from './run-xml.js';
import type { Properties } from './xml.js';

/** The rules of a letter are longer than its lines, and lie in the middle of the paper. */
const FRAME = {
  ...{ w: millimetres(170), hSpace: 0, wrap: 'notBeside', vAnchor: 'page', hAnchor: 'page' },
  xAlign: 'center',
};

/** A thick and a thin rule, together as high as in print, below a line of a point. */
function ruleXml(kind: string, framePr: Properties[string]): string {
  const pBdr = `<w:bottom w:val="${kind}" w:sz="18" w:space="0" w:color="FF0000"/>`;
  const spacing = { line: 20, lineRule: 'exact' };
  const snapToGrid = { val: 0 };
  return element({ pStyle: { val: 'PageNumber' }, framePr, pBdr, snapToGrid, spacing }, '');
}

/**
 * 信函格式, GB/T 9704-2012 10.1: the mark's head 30 mm from the paper's, the first double rule, thick
 * over thin, 4 mm below it. Both stand above the type area, each in a frame: LibreOffice sets the rule of
 * a frame with text too low.
 */
export function letterMarkXml({ inlines }: Paragraph, context: ParagraphContext): string {
  const isPrinted = context.heading === 'printed';
  const length = [...textOf(inlines)].length;
  const points = Math.max(16, Math.min(32, Math.floor(436 / length)));
  const [y, line] = [millimetres(30), points * 20];
  const properties: Properties = {
    pStyle: { val: styleOf('mark') },
    framePr: { ...FRAME, y },
    spacing: { before: 0, line, lineRule: 'exact' },
  };
  const size = points * 2;
  const runs = isPrinted ? inlinesXml(inlines, context.counters, { size }) : '';
  const below = { ...FRAME, y: y + line + millimetres(4) - 20 };
  return element(properties, runs) + (isPrinted ? ruleXml('thickThinSmallGap', below) : '');
}

/** 发文字号 of a letter: below the first rule by 7/8 of a character, at the right. */
export function letterNumberXml(number: Paragraph, context: ParagraphContext): string {
  const properties: Properties = {
    pStyle: { val: styleOf('number') },
    pBdr: '<w:bottom w:val="nil"/>',
    spacing: { before: 150, line: LINE, lineRule: 'exact' },
    jc: { val: 'right' },
  };
  return element(properties, blankNumber(number, context));
}

/** The foot of a letter's first page: the second double rule, thin over thick, 20 mm from the paper's. */
export function letterFooterXml(namespaces: string): string {
  const framePr = { ...FRAME, y: PAGE.height - millimetres(20) - 20 - 75 };
  const empty = element({ pStyle: { val: 'PageNumber' } }, '');
  return `<w:ftr ${namespaces}>${ruleXml('thinThickSmallGap', framePr)}${empty}</w:ftr>`;
}

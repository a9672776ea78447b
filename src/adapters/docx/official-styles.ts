import type { Role } from '../../domain/papers/index.js';
import { fontsOf } from './fonts.js';
import { LINE, millimetres, TEXT_WIDTH } from './lengths.js';
import type { Properties } from './xml.js';

/** A paragraph style, as a person finds it in the list of styles. */
export interface ParagraphStyle {
  readonly id: string;
  /** Word translates the names that it knows itself: Title is 标题, heading 1 is 标题 1. */
  readonly name: string;
  readonly alias?: string;
  readonly next?: string;
  readonly paragraph?: Properties;
  readonly run?: Properties;
}

const RED = 'FF0000';
/** Lines of exactly this height, in twips. */
export const exact = (line: number): Properties[string] => ({ line, lineRule: 'exact' });
/** A size other than the body's, at which characters stand as far apart as their face has them. */
const size = (halfPoints: number): Properties => ({
  spacing: { val: 0 },
  sz: { val: halfPoints },
  szCs: { val: halfPoints },
});
const indented: Properties[string] = { firstLineChars: 200, firstLine: 640 };
const none: Properties[string] = { firstLineChars: 0, firstLine: 0 };

function level(number: number, alias: string, run: Properties): ParagraphStyle {
  return {
    id: `Heading${String(number)}`,
    name: `heading ${String(number)}`,
    alias,
    next: 'BodyText',
    paragraph: {
      keepNext: {},
      numPr: `<w:ilvl w:val="${String(number - 1)}"/><w:numId w:val="1"/>`,
      ind: indented,
      outlineLvl: { val: number - 1 },
    },
    run,
  };
}

/** Lines above and below a table, set in two or three places: flush, and smaller than the text. */
const PLAIN_LINES: ParagraphStyle = {
  id: 'Plain',
  name: '公文平行文字',
  paragraph: { ind: none, jc: { val: 'left' } },
  run: size(24),
};

/** The style of each element of the standard. */
export const STYLES: Readonly<Record<Role, ParagraphStyle>> = {
  mark: {
    id: 'Mark',
    name: '发文机关标志',
    // The mark's head stands 35 mm below the type area's; a line has a little room above the glyph.
    paragraph: {
      snapToGrid: { val: 0 },
      spacing: { before: millimetres(33.4), line: 1056, lineRule: 'exact' },
      jc: { val: 'center' },
    },
    run: { rFonts: fontsOf('title'), color: { val: RED }, ...size(88) },
  },
  number: {
    id: 'DocumentNumber',
    name: '发文字号',
    paragraph: {
      pBdr: `<w:bottom w:val="single" w:sz="16" w:space="11" w:color="${RED}"/>`,
      tabs: `<w:tab w:val="right" w:pos="${String(TEXT_WIDTH.upright - 316)}"/>`,
      spacing: { before: 2 * LINE, line: LINE, lineRule: 'exact' },
      jc: { val: 'center' },
    },
  },
  signer: { id: 'Signer', name: '签发人', paragraph: { jc: { val: 'right' } } },
  title: {
    id: 'Title',
    name: 'Title',
    alias: '公文标题',
    next: 'Addressees',
    paragraph: {
      keepNext: {},
      keepLines: {},
      snapToGrid: { val: 0 },
      spacing: { before: 2 * LINE, after: LINE, line: LINE + 121, lineRule: 'exact' },
      jc: { val: 'center' },
    },
    run: { rFonts: fontsOf('title'), ...size(44) },
  },
  coverTitle: {
    id: 'CoverTitle',
    name: '封面题名',
    next: 'Subtitle',
    paragraph: {
      snapToGrid: { val: 0 },
      spacing: { before: 5 * LINE, line: 780, lineRule: 'exact' },
      jc: { val: 'center' },
    },
    run: { rFonts: fontsOf('title'), ...size(52) },
  },
  subtitle: {
    id: 'Subtitle',
    name: 'Subtitle',
    alias: '副题',
    paragraph: { ind: none, jc: { val: 'center' } },
    run: { rFonts: fontsOf('kai') },
  },
  coverFoot: {
    id: 'CoverFoot',
    name: '封面编制单位',
    paragraph: { ind: none, jc: { val: 'center' } },
  },
  addressees: { id: 'Addressees', name: '主送机关', next: 'BodyText', paragraph: { ind: none } },
  level1: level(1, '一级标题', { rFonts: fontsOf('hei') }),
  level2: level(2, '二级标题', { rFonts: fontsOf('kai') }),
  level3: level(3, '三级标题', {}),
  level4: level(4, '四级标题', {}),
  text: { id: 'BodyText', name: 'Body Text', alias: '公文正文', paragraph: { ind: indented } },
  plain: PLAIN_LINES,
  attachments: {
    id: 'Attachments',
    name: '附件说明',
    paragraph: {
      keepNext: {},
      spacing: { before: LINE, line: LINE, lineRule: 'exact' },
      ind: indented,
    },
  },
  issuer: {
    id: 'Issuer',
    name: '落款',
    next: 'IssueDate',
    // Two lines for the seal, which stands over both.
    paragraph: {
      keepNext: {},
      keepLines: {},
      spacing: { before: 2 * LINE, line: LINE, lineRule: 'exact' },
      jc: { val: 'right' },
    },
  },
  date: { id: 'IssueDate', name: '成文日期', paragraph: { keepLines: {}, jc: { val: 'right' } } },
  remark: { id: 'Remark', name: '附注', paragraph: { ind: indented } },
  annexMark: {
    id: 'AnnexMark',
    name: '附件',
    next: 'AnnexTitle',
    paragraph: { keepNext: {}, pageBreakBefore: {}, ind: none },
    run: { rFonts: fontsOf('hei') },
  },
  annexTitle: {
    id: 'AnnexTitle',
    name: '附件标题',
    next: 'BodyText',
    // On the third line.
    paragraph: {
      keepNext: {},
      keepLines: {},
      snapToGrid: { val: 0 },
      spacing: { before: LINE, after: LINE, line: LINE + 121, lineRule: 'exact' },
      jc: { val: 'center' },
      outlineLvl: { val: 0 },
    },
    run: { rFonts: fontsOf('title'), ...size(44) },
  },
  copyTo: {
    id: 'CopyTo',
    name: '版记',
    paragraph: { ind: { leftChars: 100, left: 280, rightChars: 100, right: 280 } },
    run: size(28),
  },
  printLine: {
    id: 'PrintLine',
    name: '版记印发',
    paragraph: {
      tabs: `<w:tab w:val="right" w:pos="${String(TEXT_WIDTH.upright - 280)}"/>`,
      ind: { leftChars: 100, left: 280, rightChars: 100, right: 280 },
    },
    run: size(28),
  },
  caption: {
    id: 'Caption',
    name: 'caption',
    alias: '表题图题',
    paragraph: { keepNext: {}, jc: { val: 'center' } },
    run: { rFonts: fontsOf('hei'), ...size(28) },
  },
  facts: {
    id: 'Facts',
    name: '表下说明',
    paragraph: {
      snapToGrid: { val: 0 },
      spacing: exact(340),
      ind: { firstLineChars: 200, firstLine: 420 },
      // Hashes do not break: spread lines would be full of holes.
      jc: { val: 'left' },
    },
    run: { rFonts: fontsOf('song'), ...size(21) },
  },
};

/** Styles of what is no element of the standard's text. */
export const OTHER_STYLES: readonly ParagraphStyle[] = [
  {
    id: 'TableText',
    name: '表格文字',
    paragraph: {
      snapToGrid: { val: 0 },
      spacing: { line: 240, lineRule: 'auto' },
      jc: { val: 'center' },
    },
    run: size(24),
  },
  {
    id: 'PageHeader',
    name: 'header',
    alias: '代拟稿标记',
    paragraph: { snapToGrid: { val: 0 }, spacing: { line: 240, lineRule: 'auto' } },
    run: { rFonts: fontsOf('hei'), ...size(24) },
  },
  {
    id: 'PageNumber',
    name: 'footer',
    alias: '页码',
    paragraph: { snapToGrid: { val: 0 }, spacing: exact(320) },
    run: { rFonts: fontsOf('song'), ...size(28) },
  },
];

/** The style of a paragraph's role. */
export function styleOf(role: Role): string {
  return STYLES[role].id;
}

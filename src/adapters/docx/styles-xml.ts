import type { Role } from '../../domain/papers/index.js';
import { fontsOf } from './fonts.js';
import { BODY_SIZE, BODY_SPACING, LINE, millimetres, TEXT_WIDTH } from './lengths.js';
import { paragraphProperties, runProperties, type Properties } from './xml.js';

/** A paragraph style, as a person finds it in the list of styles. */
interface ParagraphStyle {
  readonly id: string;
  /** Word translates the names that it knows itself: Title is 标题, heading 1 is 标题 1. */
  readonly name: string;
  readonly alias?: string;
  readonly next?: string;
  readonly paragraph?: Properties;
  readonly run?: Properties;
}

const RED = 'FF0000';
const exact = (line: number): Properties[string] => ({ line, lineRule: 'exact' });
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
const STYLES: Readonly<Record<Role, ParagraphStyle>> = {
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
    },
    run: { rFonts: fontsOf('song'), ...size(21) },
  },
};

/** Styles of what is no element of the standard's text. */
const OTHER_STYLES: readonly ParagraphStyle[] = [
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

/** The part with all styles. */
export function stylesXml(namespaces: string): string {
  const body = runProperties({
    spacing: { val: BODY_SPACING },
    sz: { val: BODY_SIZE },
    szCs: { val: BODY_SIZE },
  });
  const usual = runProperties({
    rFonts: fontsOf('body'),
    sz: { val: BODY_SIZE },
    szCs: { val: BODY_SIZE },
    lang: { val: 'en-US', eastAsia: 'zh-CN', bidi: 'ar-SA' },
  });
  const normal = paragraphProperties({
    widowControl: { val: 0 },
    kinsoku: {},
    overflowPunct: {},
    autoSpaceDE: { val: 0 },
    autoSpaceDN: { val: 0 },
    spacing: exact(LINE),
    jc: { val: 'both' },
  });
  const own = [...Object.values(STYLES), ...OTHER_STYLES].map(styleXml);
  return [
    `<w:styles ${namespaces}><w:docDefaults><w:rPrDefault><w:rPr>${usual}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`,
    `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr>${normal}</w:pPr><w:rPr>${body}</w:rPr></w:style>`,
    '<w:style w:type="character" w:default="1" w:styleId="DefaultFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>',
    ...own,
    tableStyle(),
    '</w:styles>',
  ].join('');
}

function styleXml({ id, name, alias, next, paragraph, run }: ParagraphStyle): string {
  const pPr = paragraph === undefined ? '' : `<w:pPr>${paragraphProperties(paragraph)}</w:pPr>`;
  const rPr = run === undefined ? '' : `<w:rPr>${runProperties(run)}</w:rPr>`;
  return [
    `<w:style w:type="paragraph"${/^[A-Za-z]/.test(name) ? '' : ' w:customStyle="1"'} w:styleId="${id}"><w:name w:val="${name}"/>`,
    alias === undefined ? '' : `<w:aliases w:val="${alias}"/>`,
    '<w:basedOn w:val="Normal"/>',
    next === undefined ? '' : `<w:next w:val="${next}"/>`,
    `<w:qFormat/>${pPr}${rPr}</w:style>`,
  ].join('');
}

/** 0.25 mm lines all round; the heads in 黑体. */
function tableStyle(): string {
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(
    (side) => `<w:${side} w:val="single" w:sz="6" w:space="0" w:color="000000"/>`,
  );
  const head = runProperties({ rFonts: fontsOf('hei') });
  return [
    '<w:style w:type="table" w:customStyle="1" w:styleId="OfficialTable"><w:name w:val="表格"/><w:basedOn w:val="TableNormal"/><w:qFormat/>',
    `<w:tblPr><w:tblBorders>${sides.join('')}</w:tblBorders></w:tblPr>`,
    `<w:tblStylePr w:type="firstRow"><w:rPr>${head}</w:rPr></w:tblStylePr></w:style>`,
  ].join('');
}

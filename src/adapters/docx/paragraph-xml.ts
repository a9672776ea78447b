import { textWidth } from '../../domain/kernel/text-width.js';
import {
  textOf,
  type Inline,
  type PaperForm,
  type PaperHeading,
  type Paragraph,
} from '../../domain/papers/index.js';
import { LINE, millimetres } from './lengths.js';
import { control, inlinesXml, textRun, type DocumentCounters } from './run-xml.js';
import { styleOf } from './official-styles.js';
import { paragraphProperties, type Properties } from './xml.js';

/** What paragraphs of one document share. */
export interface ParagraphContext {
  readonly counters: DocumentCounters;
  /** The number of the list in numbering.xml for a list of the paper. */
  readonly listOf: (list: number) => number;
  /** Whether the title stands below 版头. */
  readonly hasHeading: boolean;
  readonly form: PaperForm;
  readonly heading: PaperHeading;
  /** How wide the text stands, in twips. */
  readonly width: number;
}

/** A line of a point: it parts two tables, or carries the end of a page, and moves nothing. */
export const TINY = { snapToGrid: { val: 0 }, spacing: { line: 20, lineRule: 'exact' } } as const;

/** A date that is filled in when the document is signed. */
const BLANK_DATE = '　　　　年　　月　　日';

/**
 * One paragraph of a body.
 *
 * @param staysWithNext whether what follows may not stand on a page without it
 */
export function paragraphXml(
  paragraph: Paragraph,
  context: ParagraphContext,
  staysWithNext = false,
): string {
  const { role, align, inlines } = paragraph;
  const common: Properties = {
    pStyle: { val: styleOf(role) },
    ...(staysWithNext ? { keepNext: {} } : {}),
    ...listProperties(paragraph, context),
    ...(align === undefined ? {} : { jc: { val: align } }),
  };
  switch (role) {
    case 'mark':
      return markXml(inlines, common, context);
    case 'title': {
      // Below a red rule two lines are left; without one the title heads the page.
      const before = context.hasHeading ? 2 * LINE : 0;
      const spacing = { before, after: LINE, line: LINE + 121, lineRule: 'exact' };
      return element({ ...common, spacing }, inlinesXml(inlines, context.counters));
    }
    case 'date':
      return element({ ...common, ...dateIndent(0) }, blank('date', BLANK_DATE, context));
    case 'plain':
    case 'facts':
    case 'printLine':
      return element(
        { ...common, ...stops(inlines, context) },
        inlinesXml(inlines, context.counters),
      );
    default:
      return element(common, inlinesXml(inlines, context.counters));
  }
}

/** A paragraph of ready properties and runs. */
export function element(properties: Properties, runs: string): string {
  return `<w:p><w:pPr>${paragraphProperties(properties)}</w:pPr>${runs}</w:p>`;
}

/** Heads are numbered by their style; those of an annex by a list of its own, some by none. */
function listProperties({ role, list }: Paragraph, { listOf }: ParagraphContext): Properties {
  if (!role.startsWith('level')) return {};
  const level = Number(role.slice('level'.length)) - 1;
  const number = list === undefined ? 0 : listOf(list);
  return { numPr: `<w:ilvl w:val="${String(level)}"/><w:numId w:val="${String(number)}"/>` };
}

/** The mark stands in one line, as large as it can, its head 35 mm below the type area's. */
function markXml(
  inlines: readonly Inline[],
  common: Properties,
  { heading, counters }: ParagraphContext,
): string {
  const length = [...textOf(inlines)].length;
  const points = Math.max(20, Math.min(44, Math.floor(436 / (length + 2))));
  const line = Math.round(points * 1.2) * 20;
  const before = millimetres(35) - Math.round((line - points * 20) / 2);
  const spacing = { before, line, lineRule: 'exact' };
  const runs = heading === 'preprinted' ? '' : inlinesXml(inlines, counters, { size: points * 2 });
  return element({ ...common, spacing }, runs);
}

/**
 * 发文字号, left blank for the office that gives it, with 签发人 at the right of a paper to a
 * superior body; the red rule stands below.
 */
export function numberXml(
  number: Paragraph,
  signers: readonly Paragraph[],
  context: ParagraphContext,
): string {
  const blanked = blankNumber(number, context);
  const rule: Properties =
    context.heading === 'preprinted' ? { pBdr: '<w:bottom w:val="nil"/>' } : {};
  const common: Properties = { pStyle: { val: styleOf('number') }, ...rule };
  const [signer] = signers;
  if (signer === undefined) return element(common, blanked);
  const names = signers.map((one) => inlinesXml(one.inlines, context.counters)).join('');
  // An indent would move the rule too, which is as long as the line.
  const side: Properties = { jc: { val: 'left' } };
  return element({ ...common, ...side }, `${textRun('　')}${blanked}<w:r><w:tab/></w:r>${names}`);
}

/** The words of 发文字号 with its year and number left out. */
export function blankNumber({ inlines }: Paragraph, context: ParagraphContext): string {
  const prefix = /^[^〔（[\s]*(?=〔)/.exec(textOf(inlines).trim())?.[0] ?? '　　';
  return blank('number', `${prefix}〔　　　〕　　号`, context);
}

function blank(kind: string, text: string, { counters }: ParagraphContext): string {
  return control(`blank:${kind}`, kind, textRun(text), counters);
}

/**
 * 落款. Sealed: the date ends four characters from the right, the issuer is centred above it.
 * Unsealed: the issuer ends two characters from the right and the date's first character stands two
 * right of the issuer's first; where the date is the longer one, it is the date that ends two from
 * the right.
 */
export function signatureXml(
  issuer: Paragraph,
  date: Paragraph | undefined,
  context: ParagraphContext,
): string {
  const issuerWidth = textWidth(textOf(issuer.inlines));
  const dateWidth = textWidth(BLANK_DATE);
  const [ofIssuer, ofDate] = issuer.isSealed
    ? sealedIndents(issuerWidth, dateWidth)
    : issuerWidth >= dateWidth
      ? [2, issuerWidth - dateWidth]
      : [4 + dateWidth - issuerWidth, 2];
  const common: Properties = { pStyle: { val: styleOf('issuer') }, ...dateIndent(ofIssuer) };
  const spacing: Properties = issuer.isSealed
    ? {}
    : { spacing: { before: LINE, line: LINE, lineRule: 'exact' } };
  const runs = inlinesXml(issuer.inlines, context.counters);
  const first = element({ ...common, ...spacing }, runs);
  if (date === undefined) return first;
  const style: Properties = { pStyle: { val: styleOf('date') }, ...dateIndent(ofDate) };
  return first + element(style, blank('date', BLANK_DATE, context));
}

function sealedIndents(issuerWidth: number, dateWidth: number): readonly [number, number] {
  const issuer = 4 + (dateWidth - issuerWidth) / 2;
  // A long name does not leave the page; the date moves in below its middle.
  return issuer >= 0 ? [issuer, 4] : [0, (issuerWidth - dateWidth) / 2];
}

function dateIndent(characters: number): Properties {
  const right = Math.round(characters * 100);
  return { ind: { rightChars: right, right: Math.round(characters * 316) }, jc: { val: 'right' } };
}

/**
 * 附件说明, a line below the text: the first behind 附件：, the others below its number, and what is
 * too long for a line below its own name.
 */
export function attachmentsXml(
  paragraphs: readonly Paragraph[],
  { counters }: ParagraphContext,
): string {
  const isNumbered = paragraphs.length > 1;
  return paragraphs
    .map((paragraph, index) => {
      // 附件： is three characters, a number and its point one.
      const hanging = isNumbered ? 4 : 3;
      const ind = {
        ...{ leftChars: (2 + hanging) * 100, left: (2 + hanging) * 316 },
        ...(index === 0
          ? { hangingChars: hanging * 100, hanging: hanging * 316 }
          : { hangingChars: 100, hanging: 316 }),
      };
      const spacing = { before: index === 0 ? LINE : 0, line: LINE, lineRule: 'exact' };
      const common = { pStyle: { val: styleOf('attachments') }, spacing, ind };
      return element(common, inlinesXml(paragraph.inlines, counters));
    })
    .join('');
}

/** Spans of a line at stops that share the line evenly, the last one at its end. */
function stops(inlines: readonly Inline[], { width }: ParagraphContext): Properties {
  const count = inlines.filter(({ kind }) => kind === 'tab').length;
  if (count === 0) return {};
  const tabs = Array.from({ length: count }, (_, index) => {
    const isLast = index === count - 1;
    const position = isLast ? width - 280 : Math.round((width * (index + 1)) / count);
    return `<w:tab w:val="${isLast ? 'right' : 'center'}" w:pos="${String(position)}"/>`;
  });
  return { tabs: tabs.join('') };
}

/** 版记, a frame at the foot of its page: thick rules at its ends, thin ones within. */
export function colophonXml(paragraphs: readonly Paragraph[], context: ParagraphContext): string {
  const framePr = {
    ...{ w: context.width, hSpace: 0, wrap: 'around', vAnchor: 'margin', hAnchor: 'margin' },
    ...{ xAlign: 'left', yAlign: 'bottom' },
  };
  const rule = (side: string, size: number): string =>
    `<w:${side} w:val="single" w:sz="${String(size)}" w:space="1" w:color="000000"/>`;
  return paragraphs
    .map((paragraph, index) => {
      const top = index === 0 ? rule('top', 8) : '';
      const bottom = rule('bottom', index === paragraphs.length - 1 ? 8 : 6);
      const own = paragraph.role === 'printLine' ? stops(paragraph.inlines, context) : {};
      // A letter's 版记 has neither rules nor who printed it.
      const rules = context.form === 'letter' ? {} : { pBdr: top + bottom };
      const common = { pStyle: { val: styleOf(paragraph.role) }, framePr, ...rules };
      return element({ ...common, ...own }, colophonRuns(paragraph, context));
    })
    .join('');
}

/** A draft is printed on no day yet: like the date below the text, it is left blank. */
function colophonRuns({ role, inlines }: Paragraph, context: ParagraphContext): string {
  const last = inlines.at(-1);
  if (role !== 'printLine' || last?.kind !== 'text' || !/\d日印发$/u.test(last.text)) {
    return inlinesXml(inlines, context.counters);
  }
  const printer = inlinesXml(inlines.slice(0, -1), context.counters);
  return printer + blank('date', BLANK_DATE, context) + textRun('印发');
}

import {
  chartWords,
  columnsOf,
  type Block,
  type Chart,
  type Inline,
  type Paper,
  type Paragraph,
} from '../../domain/papers/index.js';
import { coverFootXml } from './cover-xml.js';
import { TEXT_WIDTH } from './lengths.js';
import { letterMarkXml, letterNumberXml } from './letter-heading-xml.js';
import {
  attachmentsXml,
  colophonXml,
  element,
  numberXml,
  paragraphXml,
  signatureXml,
  TINY,
  type ParagraphContext,
} from './paragraph-xml.js';
import type { ChartPicture } from './draw-charts.js';
import { pictureXml } from './picture-xml.js';
import { inlinesXml, textRun, type DocumentCounters } from './run-xml.js';
import { sectionXml, type SectionFacts } from './section-xml.js';
import { styleOf } from './official-styles.js';
import { tableXml } from './table-xml.js';
import { paragraphProperties } from './xml.js';

/** A body, and how many lists number its heads. */
export interface WrittenBody {
  readonly xml: string;
  readonly lists: number;
}

/** What paragraphs share, and the charts that were drawn. */
interface BodyContext extends ParagraphContext {
  readonly pictures: ReadonlyMap<Chart, ChartPicture>;
}

/** A table with so many columns does not stand on an upright page. */
const MANY_COLUMNS = 9;

/**
 * The bodies of papers, one after another.
 *
 * @param pictures the charts that were drawn
 */
export function bodyXml(
  papers: readonly Paper[],
  pictures: ReadonlyMap<Chart, ChartPicture>,
): WrittenBody {
  const counters: DocumentCounters = { control: 1, occurrences: new Map() };
  const parts: { readonly xml: string; readonly facts: SectionFacts }[] = [];
  let lists = 0;
  for (const paper of papers) {
    const base = lists;
    const listOf = (list: number): number => {
      lists = Math.max(lists, base + list + 1);
      return base + list + 1;
    };
    for (const [index, section] of paper.sections.entries()) {
      const isWide = section.isWide || needsWidth(paper, section.blocks);
      const context: ParagraphContext = {
        counters,
        listOf,
        form: paper.form,
        heading: paper.heading,
        hasHeading: paper.sections.some(({ blocks }) => blocks.some(isHeading)),
        width: isWide ? TEXT_WIDTH.wide : TEXT_WIDTH.upright,
      };
      const facts = {
        ...{ form: paper.form, heading: paper.heading, isWide, isFirst: index === 0 },
        opensLeaf: index === 0 && parts.length > 0,
        hasCover: index === 0 && section.blocks.some(isCover),
      };
      parts.push({ xml: blocksXml(section.blocks, { ...context, pictures }), facts });
    }
  }
  const last = parts.length - 1;
  const xml = parts.map(({ xml: one, facts }, index) =>
    index === last
      ? one + sectionXml(facts)
      : `${one}<w:p><w:pPr>${paragraphProperties(TINY)}${sectionXml(facts)}</w:pPr></w:p>`,
  );
  return { xml: xml.join(''), lists: Math.max(1, lists) };
}

function isHeading(block: Block): boolean {
  return block.kind === 'paragraph' && ['mark', 'number'].includes(block.role);
}

function isCover(block: Block): boolean {
  return block.kind === 'paragraph' && block.role === 'coverTitle';
}

/** A sheet lies on its side where its table asks for it, whatever its style sheet calls the page. */
function needsWidth({ form }: Paper, blocks: readonly Block[]): boolean {
  return (
    form === 'sheet' &&
    blocks.some((block) => block.kind === 'table' && columnsOf(block) >= MANY_COLUMNS)
  );
}

/** Blocks that belong together, 发文字号 with 签发人, 落款 with its date, 版记, are written as one. */
function blocksXml(blocks: readonly Block[], context: BodyContext): string {
  let xml = '';
  const rest = [...blocks];
  for (let block = rest.shift(); block !== undefined; block = rest.shift()) {
    if (block.kind === 'chart') xml += chartXml(block, context);
    else if (block.kind === 'table') {
      if (block.caption.length > 0) xml += captionXml(block.caption, context);
      xml += tableXml(block, context);
      // Tables that touch become one, and Word wants a paragraph behind the last.
      if (rest[0]?.kind !== 'paragraph') xml += element(TINY, '');
    } else if (block.role === 'number' || block.role === 'signer') {
      const group = [block, ...takeWhile(rest, 'number', 'signer')];
      xml += headLineXml(group, context);
    } else if (block.role === 'issuer') {
      const [date] = takeWhile(rest, 'date');
      xml += signatureXml(block, date, context);
    } else if (block.role === 'copyTo' || block.role === 'printLine') {
      xml += colophonXml([block, ...takeWhile(rest, 'copyTo', 'printLine')], context);
    } else if (block.role === 'coverFoot') {
      xml += coverFootXml([block, ...takeWhile(rest, 'coverFoot')], context);
    } else if (block.role === 'mark' && context.form === 'letter') {
      xml += letterMarkXml(block, context);
    } else if (block.role === 'attachments') {
      xml += attachmentsXml([block, ...takeWhile(rest, 'attachments')], context);
    } else xml += paragraphXml(block, context, isBeforeSignature(rest[0]));
  }
  return xml;
}

/** 发文字号 and 签发人. */
function headLineXml(group: readonly Paragraph[], context: ParagraphContext): string {
  const number = group.find(({ role }) => role === 'number');
  const signers = group.filter(({ role }) => role === 'signer');
  if (number === undefined) return signers.map((one) => paragraphXml(one, context)).join('');
  return context.form === 'letter'
    ? letterNumberXml(number, context)
    : numberXml(number, signers, context);
}

/** A seal is never set on a page without text. */
function isBeforeSignature(next: Block | undefined): boolean {
  return next?.kind === 'paragraph' && ['attachments', 'issuer'].includes(next.role);
}

function takeWhile(rest: Block[], ...roles: readonly Paragraph['role'][]): readonly Paragraph[] {
  const taken: Paragraph[] = [];
  for (;;) {
    const [next] = rest;
    if (next?.kind !== 'paragraph' || !roles.includes(next.role)) return taken;
    taken.push(next);
    rest.shift();
  }
}

/** A chart as a picture; what it says in words where it was not drawn. */
function chartXml(chart: Chart, context: BodyContext): string {
  const picture = context.pictures.get(chart);
  const said =
    picture === undefined
      ? element({ pStyle: { val: styleOf('facts') } }, textRun(chartWords(chart)))
      : pictureXml(chart, picture, context.width);
  return chart.caption.length === 0 ? said : said + captionXml(chart.caption, context);
}

function captionXml(caption: readonly Inline[], { counters }: ParagraphContext): string {
  return element({ pStyle: { val: styleOf('caption') } }, inlinesXml(caption, counters));
}

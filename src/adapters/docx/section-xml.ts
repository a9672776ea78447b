import type { PaperForm, PaperHeading } from '../../domain/papers/index.js';
import { LINE, millimetres, PAGE } from './lengths.js';
import { inOrder } from './xml.js';

/** The headers and footers of a document, by their relation's id. */
export const MARGIN_PARTS = {
  header: 'rIdHeader',
  footerOdd: 'rIdFooterOdd',
  footerEven: 'rIdFooterEven',
  footerWideOdd: 'rIdFooterWideOdd',
  footerWideEven: 'rIdFooterWideEven',
  footerLetter: 'rIdFooterLetter',
} as const;

/** What decides how a section's pages lie and count. */
export interface SectionFacts {
  readonly form: PaperForm;
  readonly heading: PaperHeading;
  /** Whether its first page is a cover, which has no number. */
  readonly hasCover: boolean;
  readonly isWide: boolean;
  /** Whether a paper begins here, its pages counted from 1. */
  readonly isFirst: boolean;
  /** Whether another paper stands before it, so that it begins a leaf. */
  readonly opensLeaf: boolean;
}

const ORDER = ['type', 'pgSz', 'pgMar', 'pgNumType', 'cols', 'titlePg', 'docGrid'];

/** The properties of a section. */
export function sectionXml(facts: SectionFacts): string {
  const { form, heading, isWide, isFirst } = facts;
  const isLetter = form === 'letter' && isFirst;
  const hasOwnFirst = isLetter || facts.hasCover;
  const [odd, even] = isWide
    ? [MARGIN_PARTS.footerWideOdd, MARGIN_PARTS.footerWideEven]
    : [MARGIN_PARTS.footerOdd, MARGIN_PARTS.footerEven];
  const references = [
    reference('header', 'default', MARGIN_PARTS.header),
    reference('header', 'even', MARGIN_PARTS.header),
    ...(hasOwnFirst ? [reference('header', 'first', MARGIN_PARTS.header)] : []),
    reference('footer', 'default', odd),
    reference('footer', 'even', even),
    // A letter's first page and a cover have no number; a letter has a red double rule at its foot.
    ...(isLetter && heading === 'printed'
      ? [reference('footer', 'first', MARGIN_PARTS.footerLetter)]
      : []),
  ];
  const { width, height, top, bottom, inside, outside, header, footer } = PAGE;
  const edges = { header, footer, gutter: 0 };
  const rest = inOrder(ORDER, {
    // LibreOffice takes the second page of a document that begins with 'oddPage' for a first one.
    type: { val: facts.opensLeaf ? 'oddPage' : 'nextPage' },
    pgSz: isWide ? { w: height, h: width, orient: 'landscape' } : { w: width, h: height },
    // The head of a page on its side lies where the text is bound or cut, as on the upright page.
    pgMar: isWide
      ? { top: inside, right: top, bottom: outside, left: bottom, ...edges }
      : { top, right: outside, bottom, left: inside, ...edges },
    pgNumType: isFirst ? { start: 1 } : undefined,
    cols: { space: 425 },
    titlePg: hasOwnFirst ? {} : undefined,
    docGrid: { type: 'lines', linePitch: LINE },
  });
  return `<w:sectPr>${references.join('')}${rest}</w:sectPr>`;
}

function reference(kind: 'header' | 'footer', type: string, id: string): string {
  return `<w:${kind}Reference w:type="${type}" r:id="${id}"/>`;
}

const PAGE_FIELD = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>';
const NUMBER =
  '<w:r><w:t xml:space="preserve">— </w:t></w:r>' +
  `${PAGE_FIELD}<w:r><w:t xml:space="preserve"> —</w:t></w:r>`;

/** The page number, outside: one blank character from the right on odd pages, from the left on even. */
export function footerXml(namespaces: string, side: 'odd' | 'even'): string {
  const indent =
    side === 'odd'
      ? '<w:ind w:rightChars="100" w:right="280"/><w:jc w:val="right"/>'
      : '<w:ind w:leftChars="100" w:left="280"/><w:jc w:val="left"/>';
  return `<w:ftr ${namespaces}><w:p><w:pPr><w:pStyle w:val="PageNumber"/>${indent}</w:pPr>${NUMBER}</w:p></w:ftr>`;
}

/**
 * The page number of a page on its side, where it stands once the leaf is turned: in the left margin,
 * its words turned by a quarter.
 */
export function wideFooterXml(namespaces: string, side: 'odd' | 'even'): string {
  const long = millimetres(40);
  const across = 16 * 20;
  const character = 280;
  const left = PAGE.footer;
  const top =
    side === 'odd' ? PAGE.width - PAGE.outside - character - long : PAGE.outside + character;
  const emu = (twips: number): string => String(twips * 635);
  const jc = side === 'odd' ? 'right' : 'left';
  return [
    `<w:ftr ${namespaces}><w:p><w:pPr><w:pStyle w:val="PageNumber"/></w:pPr><w:r>`,
    '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>',
    '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">',
    '<wp:simplePos x="0" y="0"/>',
    `<wp:positionH relativeFrom="page"><wp:posOffset>${emu(left)}</wp:posOffset></wp:positionH>`,
    `<wp:positionV relativeFrom="page"><wp:posOffset>${emu(top)}</wp:posOffset></wp:positionV>`,
    `<wp:extent cx="${emu(across)}" cy="${emu(long)}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>`,
    '<wp:docPr id="1" name="页码"/><wp:cNvGraphicFramePr/>',
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">',
    `<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${emu(across)}" cy="${emu(long)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>`,
    `<wps:txbx><w:txbxContent><w:p><w:pPr><w:pStyle w:val="PageNumber"/><w:jc w:val="${jc}"/></w:pPr>${NUMBER}</w:p></w:txbxContent></wps:txbx>`,
    '<wps:bodyPr vert="vert" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></wps:bodyPr></wps:wsp>',
    '</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent>',
    '</w:r></w:p></w:ftr>',
  ].join('');
}

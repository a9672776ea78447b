import type { Chart, Paper } from '../../domain/papers/index.js';
import type { FilledTemplate } from '../../ports/template-source.js';
import { zipParts } from '../xlsx/zip-writer.js';
import { bodyXml } from './body-xml.js';
import type { ChartPicture } from './draw-charts.js';
import { fontTableXml } from './fonts.js';
import { letterFooterXml } from './letter-heading-xml.js';
import {
  contentTypesXml,
  coreXml,
  customXml,
  documentRelationsXml,
  headerXml,
  NAMESPACES,
  numberingXml,
  packageRelationsXml,
  settingsXml,
} from './package-parts.js';
import { picturePart } from './picture-xml.js';
import { footerXml, wideFooterXml } from './section-xml.js';
import { stylesXml } from './styles-xml.js';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * Writes papers as one .docx; the same papers give the same bytes.
 *
 * @param pictures the charts that were drawn; the others are written as words
 */
export function writeDocx(
  papers: readonly Paper[],
  filled: FilledTemplate,
  pictures: ReadonlyMap<Chart, ChartPicture>,
): Uint8Array {
  const { xml, lists } = bodyXml(papers, pictures);
  const drawn = [...pictures.values()];
  const parts = new Map<string, string | Uint8Array>();
  const put = (name: string, content: string): void => void parts.set(name, HEAD + content);
  put('[Content_Types].xml', contentTypesXml());
  put('_rels/.rels', packageRelationsXml());
  put('docProps/core.xml', coreXml(filled));
  put('docProps/custom.xml', customXml(filled));
  put('word/document.xml', `<w:document ${NAMESPACES}><w:body>${xml}</w:body></w:document>`);
  put('word/_rels/document.xml.rels', documentRelationsXml(drawn));
  put('word/styles.xml', stylesXml(NAMESPACES));
  put('word/numbering.xml', numberingXml(lists));
  put('word/settings.xml', settingsXml());
  put('word/fontTable.xml', fontTableXml(NAMESPACES));
  put('word/header.xml', headerXml(filled));
  put('word/footer-odd.xml', footerXml(NAMESPACES, 'odd'));
  put('word/footer-even.xml', footerXml(NAMESPACES, 'even'));
  put('word/footer-wide-odd.xml', wideFooterXml(NAMESPACES, 'odd'));
  put('word/footer-wide-even.xml', wideFooterXml(NAMESPACES, 'even'));
  put('word/footer-letter.xml', letterFooterXml(NAMESPACES));
  for (const picture of drawn) parts.set(`word/${picturePart(picture)}`, picture.png);
  return zipParts(parts);
}

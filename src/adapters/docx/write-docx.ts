import type { Paper } from '../../domain/papers/index.js';
import type { FilledTemplate } from '../../ports/template-source.js';
import { zipParts } from '../xlsx/zip-writer.js';
import { bodyXml } from './body-xml.js';
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
import { footerXml, wideFooterXml } from './section-xml.js';
import { stylesXml } from './styles-xml.js';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Writes papers as one .docx; the same papers give the same bytes. */
export function writeDocx(papers: readonly Paper[], filled: FilledTemplate): Uint8Array {
  const { xml, lists } = bodyXml(papers);
  const parts = new Map<string, string>();
  const put = (name: string, content: string): void => void parts.set(name, HEAD + content);
  put('[Content_Types].xml', contentTypesXml());
  put('_rels/.rels', packageRelationsXml());
  put('docProps/core.xml', coreXml(filled));
  put('docProps/custom.xml', customXml(filled));
  put('word/document.xml', `<w:document ${NAMESPACES}><w:body>${xml}</w:body></w:document>`);
  put('word/_rels/document.xml.rels', documentRelationsXml());
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
  return zipParts(parts);
}

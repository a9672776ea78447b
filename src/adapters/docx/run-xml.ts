import { bookmarkName, type Face, type Figure, type Inline } from '../../domain/papers/index.js';
import { figureWord } from '../../messages/figure-words.js';
import { fontsOf } from './fonts.js';
import { runProperties, xmlText, type Properties } from './xml.js';

/** What is counted through a whole document. */
export interface DocumentCounters {
  /** The next number of a content control; Word wants each to have its own. */
  control: number;
  /** How often a tag has stood in the document so far; the names of bookmarks are unique too. */
  readonly occurrences: Map<string, number>;
}

/** The longest tag and name that Word keeps. */
const LONGEST = 64;

/** A text in the face and size of its paragraph, or in others. */
export function textRun(text: string, face?: Face, size?: number): string {
  return run(`<w:t xml:space="preserve">${xmlText(text)}</w:t>`, face, size);
}

function run(inside: string, face?: Face, size?: number): string {
  const own: Properties = {
    ...(face === undefined ? {} : { rFonts: fontsOf(face) }),
    ...(size === undefined ? {} : { sz: { val: size }, szCs: { val: size } }),
  };
  const properties = runProperties(own);
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${inside}</w:r>`;
}

/** The words of a line; figures and names of the run in content controls. */
export function inlinesXml(
  inlines: readonly Inline[],
  counters: DocumentCounters,
  look: { readonly face?: Face | undefined; readonly size?: number | undefined } = {},
): string {
  return inlines
    .map((inline) => {
      switch (inline.kind) {
        case 'break':
          return '<w:r><w:br/></w:r>';
        case 'tab':
          return '<w:r><w:tab/></w:r>';
        case 'text':
          return textRun(inline.text, inline.face ?? look.face, look.size);
        case 'figure':
          return figureXml(inline, counters, look);
      }
    })
    .join('');
}

/**
 * A figure in a content control, and in a bookmark around it: LibreOffice 7.4 keeps controls and
 * drops their tags.
 */
function figureXml(
  { tag, text, face }: Figure,
  counters: DocumentCounters,
  look: { readonly face?: Face | undefined; readonly size?: number | undefined },
): string {
  const inside = textRun(text, face ?? look.face, look.size);
  const id = String(counters.control);
  const occurrence = (counters.occurrences.get(tag) ?? 0) + 1;
  counters.occurrences.set(tag, occurrence);
  return [
    `<w:bookmarkStart w:id="${id}" w:name="${bookmarkName(tag, occurrence)}"/>`,
    control(tag, tag.split(':')[0] ?? '', inside, counters),
    `<w:bookmarkEnd w:id="${id}"/>`,
  ].join('');
}

/** A content control around runs; rich, since LibreOffice takes the size from a plain one. */
export function control(
  tag: string,
  kind: string,
  inside: string,
  counters: DocumentCounters,
): string {
  const id = counters.control;
  counters.control += 1;
  const name = xmlText(figureWord(kind).slice(0, LONGEST));
  return [
    `<w:sdt><w:sdtPr><w:alias w:val="${name}"/><w:tag w:val="${xmlText(tag.slice(0, LONGEST))}"/>`,
    `<w:id w:val="${String(id)}"/></w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`,
  ].join('');
}

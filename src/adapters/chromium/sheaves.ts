import type { FilledTemplate } from '../../ports/template-source.js';
import type { Spacing } from './pdf/cut/cut-sheaf.js';

/** The first few are printed soon, so that whoever waits sees that it goes on. */
const FIRST = 4;
/** Of two-page letters: twice as many print hardly faster, and take twice the memory. */
const MOST = 64;
/** A print costs as much as five such letters before its first page, for its fonts. */
const LEAST = 12;
/** Of HTML: longer documents gain less by sharing a print. */
const MOST_CHARACTERS = 1_500_000;

/**
 * Parts a batch into lots, each to be filled and printed in one turn. They grow to the best size, and
 * shrink towards the end so that all pages of the browser are at work to the last.
 *
 * @param pages how many lots are printed at a time
 */
export function* lotsOf<Piece>(pieces: readonly Piece[], pages: number): Generator<Piece[]> {
  const fewest = Math.max(FIRST, Math.min(LEAST, Math.ceil(pieces.length / (2 * pages))));
  let size = FIRST;
  for (let at = 0; at < pieces.length;) {
    const share = Math.ceil((pieces.length - at) / (pages + 1));
    const count = at === 0 ? FIRST : Math.max(fewest, Math.min(size, share));
    yield pieces.slice(at, at + count);
    at += count;
    size = Math.min(4 * size, MOST);
  }
}

/** Parts documents that follow one another into sheaves: those that may be printed as one. */
export function sheavesOf(documents: readonly FilledTemplate[]): FilledTemplate[][] {
  const sheaves: FilledTemplate[][] = [];
  // The sheaf to which the next document may be added.
  let open: { readonly sheaf: FilledTemplate[]; readonly first: FilledTemplate } | null = null;
  let characters = 0;
  for (const document of documents) {
    const mayShare = isAboutOne(document) && maySharePages(document);
    characters += document.body.length;
    if (mayShare && open !== null && characters <= MOST_CHARACTERS && agree(open.first, document)) {
      open.sheaf.push(document);
      continue;
    }
    const sheaf = [document];
    sheaves.push(sheaf);
    open = mayShare ? { sheaf, first: document } : null;
    characters = document.body.length;
  }
  return sheaves;
}

/** Whether the rules for the whole page are the same, and what they ask of each article. */
function agree(one: FilledTemplate, other: FilledTemplate): boolean {
  return one.css === other.css && openingOf(one) === openingOf(other);
}

/**
 * Whether a document is cut out of its print (pdf/cut), as it must be where it shares one: then it has
 * the same bytes when it is printed alone.
 */
export function isAboutOne({ facts }: FilledTemplate): boolean {
  return facts.region !== null;
}

/**
 * How the documents of a sheaf may follow one another, the quickest way first. Without pages between
 * (page-marks.ts) letters may whose pages are all alike in their margins, and leave room at their head.
 */
export function spacingsOf(sheaf: readonly FilledTemplate[]): readonly Spacing[] {
  if (sheaf.length === 1) return [];
  const mayStandClose = ({ body }: FilledTemplate) => LETTER.test(body) && !OTHER_PAGES.test(body);
  return sheaf.every(mayStandClose) ? ['close', 'apart'] : ['apart'];
}

const LETTER = /^<article [^>]*data-form="letter"[^>]*>\s*<div class="own-pages">/;
const OTHER_PAGES = /<[^>]* class="[^"]*\b(?:annex|colophon|wide)\b/;

/** The tag of the article: how it is to be printed. */
function openingOf({ body }: FilledTemplate): string {
  return body.slice(0, body.indexOf('>') + 1);
}

/** What would reach from one document into another; the rules were mostly asked about just before. */
function maySharePages({ css, body }: FilledTemplate): boolean {
  if (css !== lastCss) {
    lastCss = css;
    isLastLocal = !FAR_REACHING.test(css.replace(/:root:has\(\[data-[^)]*\)/g, ''));
  }
  // A name that stands twice leads to the first.
  return isLastLocal && !/<[^>]* id=/.test(body) && body.lastIndexOf(ARTICLE) === 0;
}

const ARTICLE = '<article class="document"';
/**
 * What is repeated on every page of a file, counts or picks them, or asks what stands anywhere in it.
 */
const FAR_REACHING =
  /position:\s*fixed|counters?\(\s*pages\b|@page[^{]*:first|(?::root|html|body)[^{,]*:has\(|article[^{,]*:(?:first|last|nth|only)/;
let lastCss = '';
let isLastLocal = false;

import { MARK_CSS } from './pdf/page-marks.js';

/** What a page is put together from. */
export interface PageParts {
  readonly title: string;
  /** A template's body; every text in it is escaped. */
  readonly body: string;
  readonly css: string;
  /** The rules of the fonts, and what must stand in the body so that they are loaded. */
  readonly fonts: { readonly css: string; readonly warmUp: string };
}

/** Nothing is loaded, nothing runs and nothing is embedded, whatever a text in the page says. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'";

/**
 * A page that somebody opens: no finishing pass takes marks away or moves anything to its place. A
 * letter's rules (letter.css) stand on the first page of the file.
 */
const READER_CSS = `article.document + article.document { break-before: page; }
@page letter:right { ${ruled('transparent')} }
@page letter:first { ${ruled('var(--letter-rule, var(--red))')} @bottom-right { content: none; } }
`;

function ruled(colour: string): string {
  const boxes = ['top-left', 'bottom-left'];
  return boxes.map((box) => `@${box} { border-color: ${colour}; }`).join(' ');
}

/**
 * Puts a page together as one HTML text.
 *
 * @param reader who reads it: the press marks what the finishing pass has to find
 * @param more rules that go last
 */
export function pageHtml(
  { title, body, css, fonts }: PageParts,
  reader: 'press' | 'person' = 'press',
  more = '',
): string {
  const escaped = title.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${escaped}</title>
<style>
${fonts.css}${css}${reader === 'press' ? MARK_CSS : READER_CSS}${more}</style>
</head>
<body>
${fonts.warmUp}${body}
</body>
</html>
`;
}

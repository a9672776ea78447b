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
 * Puts a page together as one HTML text.
 *
 * @param more rules that go last
 */
export function pageHtml({ title, body, css, fonts }: PageParts, more = ''): string {
  const escaped = title.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${escaped}</title>
<style>
${fonts.css}${css}${MARK_CSS}${more}</style>
</head>
<body>
${fonts.warmUp}${body}
</body>
</html>
`;
}

import type { Face, Role } from '../../domain/papers/index.js';

/** Elements that only hold others. */
export const CONTAINERS: ReadonlySet<string> = new Set([
  ...['article', 'header', 'main', 'section', 'div', 'footer', 'figure'],
  ...['ul', 'ol', 'dl', 'blockquote', 'details', 'nav'],
]);

/** Elements that are one paragraph. */
export const PARAGRAPHS: Readonly<Record<string, Role>> = {
  p: 'text',
  h1: 'title',
  h2: 'level1',
  h3: 'level2',
  h4: 'level3',
  h5: 'level4',
  li: 'text',
  dt: 'text',
  dd: 'text',
  figcaption: 'caption',
};

/** Elements within a line. */
export const INLINES: ReadonlySet<string> = new Set([
  ...['span', 'strong', 'em', 'b', 'i', 'u', 'small', 'sub', 'sup', 'data', 'br', 'wbr', 'time'],
]);

/** Classes by which a paragraph, or what it stands in, is an element of GB/T 9704. */
export const ROLE_CLASSES: Readonly<Record<string, Role>> = {
  mark: 'mark',
  number: 'number',
  signer: 'signer',
  subtitle: 'subtitle',
  by: 'subtitle',
  addressees: 'addressees',
  attachment: 'attachments',
  attachments: 'attachments',
  issuer: 'issuer',
  date: 'date',
  remark: 'remark',
  'annex-mark': 'annexMark',
  'copy-to': 'copyTo',
  'print-line': 'printLine',
  facts: 'facts',
  below: 'facts',
  note: 'facts',
  period: 'plain',
  signing: 'plain',
};

/** Classes that change the face of a text. */
export const FACE_CLASSES: Readonly<Record<string, Face>> = {
  kai: 'kai',
  'lead-in': 'kai',
  hei: 'hei',
  song: 'song',
};

/** Rows and cells that stand out. */
export const STRONG_CLASSES: readonly string[] = ['block', 'sum', 'total'];

/**
 * What belongs to the printed page alone: room kept free, the run mark, and the notice that Word has
 * in its header.
 */
export const PRINT_ONLY: readonly string[] = ['colophon-room', 'qr', 'demonstration', 'no-docx'];

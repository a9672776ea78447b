import type { Result } from '../domain/kernel/result.js';
import type { FilledTemplate } from './template-source.js';

/** A document that was checked: it has pages, embedded fonts and its title as text. */
export interface PrintedDocument {
  readonly pdf: Uint8Array;
  readonly pages: number;
  /** What the reader should know, in Chinese: a face that stands for another, a missing glyph. */
  readonly notices: readonly string[];
}

/** Fills a document when its turn comes. */
export type FillDocument = () => Promise<Result<FilledTemplate, PrintFault>>;

/**
 * Prints documents.
 *
 * Implement it so that nothing is loaded or started before the first document, that documents asked
 * for at the same time do not disturb one another, and that `close` leaves no process and no file
 * behind except the cache.
 */
export interface DocumentRenderer {
  /** Prints a document as PDF. */
  render(filled: FilledTemplate): Promise<Result<PrintedDocument, PrintFault>>;
  /**
   * Prints many documents, several at a time, and hands them over in the order of asking. Those about
   * one region each may share a print; each has the bytes that `render` would give it. A document is
   * filled when its turn comes near, and printed ones wait until they are taken, so memory does not
   * grow with their number. One that fails neither stops nor changes the others.
   */
  renderAll(fills: Iterable<FillDocument>): AsyncIterable<Result<PrintedDocument, PrintFault>>;
  /** The same document as one HTML text that needs no other file and no browser of ours. */
  html(filled: FilledTemplate): Promise<Result<string, PrintFault>>;
  /** What printing would use here; starts the browser to be sure. */
  inspect(): Promise<PrintingFacts>;
  close(): Promise<void>;
}

/** Everything that can keep a document from being printed or written; the words are in messages/print-faults. */
export type PrintFaultCode =
  | 'unknown-template'
  | 'broken-template'
  | 'missing-font'
  | 'unusable-cache'
  | 'configured-browser-failed'
  | 'no-browser'
  | 'browser-died'
  | 'print-timeout'
  | 'empty-print'
  | 'unknown-markup'
  | 'no-tables'
  | 'unexpected-pdf';

/** Why a document was not printed. */
export interface PrintFault {
  readonly code: PrintFaultCode;
  readonly facts: Readonly<Record<string, string>>;
}

/** Where a browser was looked for: the user's choice, an npm package, the machine. */
export type BrowserSource = 'configured' | 'packaged' | 'system';

/** A browser that was tried and why it was not taken. */
export interface BrowserAttempt {
  readonly source: BrowserSource;
  readonly path: string;
  readonly reason: string;
}

/** The browser that prints. */
export interface BrowserFacts {
  readonly source: BrowserSource;
  readonly path: string;
  readonly version: string;
  readonly sandbox: boolean;
  /** Whether it runs on libraries that came with its package. */
  readonly bundledLibraries: boolean;
}

/** The face that prints what a standard font should print. */
export interface FaceFacts {
  /** The font that the standard names, such as 仿宋. */
  readonly wanted: string;
  /** The font that prints it here, such as 霞鹜文楷. */
  readonly used: string;
  readonly isStandIn: boolean;
  /** Whether it is of the style that the standard names: a free 仿宋 is, a 楷体 in its place is not. */
  readonly isSameStyle: boolean;
  /** The font of digits and Latin on the grid; null where the face itself prints them. */
  readonly digits: string | null;
  /** The fonts that print the characters which it lacks. */
  readonly rare: readonly string[];
}

/** What `kaoheng doctor` reports of printing. */
export interface PrintingFacts {
  readonly cacheDirectory: string;
  readonly browser: BrowserFacts | null;
  readonly attempts: readonly BrowserAttempt[];
  readonly faces: readonly FaceFacts[];
  readonly fault: PrintFault | null;
}

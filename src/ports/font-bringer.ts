import type { Result } from '../domain/kernel/result.js';

/** What is being done, for somebody who waits. */
export type FontStep = 'download' | 'unpack' | 'read' | 'convert' | 'keep';

/** Everything that can keep a 仿宋 from being brought; the words are in messages/font-faults. */
export type FontFaultCode =
  | 'unusable-cache'
  | 'no-package-manager'
  | 'download-failed'
  | 'unreadable-font'
  | 'font-collection'
  | 'not-chinese'
  | 'embedding-forbidden';

/** Why no 仿宋 was brought. */
export interface FontFault {
  readonly code: FontFaultCode;
  readonly facts: Readonly<Record<string, string>>;
}

/** A 仿宋 that printing uses from now on. */
export interface BroughtFont {
  readonly name: string;
  /** How many of the 6,763 汉字 of GB 2312 it has; what it lacks another face prints. */
  readonly characters: number;
  readonly path: string;
}

/** Brings a 仿宋, which no package of the set-up has, into the private cache. */
export interface FontBringer {
  /**
   * Printing uses it from the next start on.
   *
   * @param file a font file that the user has, or null for the one in Debian's packages
   * @param onStep told before each step
   */
  bring(
    file: string | null,
    onStep: (step: FontStep) => void,
  ): Promise<Result<BroughtFont, FontFault>>;
}

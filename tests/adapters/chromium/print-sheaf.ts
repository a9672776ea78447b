import { fileFactsOf } from '../../../src/adapters/chromium/file-facts-of.js';
import type { Spacing } from '../../../src/adapters/chromium/pdf/cut/cut-sheaf.js';
import type { FinishedPdf } from '../../../src/adapters/chromium/pdf/finish-pdf.js';
import { Press } from '../../../src/adapters/chromium/press.js';
import type { Result } from '../../../src/domain/kernel/result.js';
import type { FilledTemplate } from '../../../src/ports/template-source.js';
import { openOwnBrowser } from './own-browser.js';

/** A press without the renderer around it, which would print a sheaf that fails one by one. */
export interface SheafPress {
  /** Prints documents as one, and cuts them apart. */
  print(
    sheaf: readonly FilledTemplate[],
    spacing?: Spacing,
  ): Promise<Result<FinishedPdf[], string>>;
  close(): Promise<void>;
}

/** Opens a press for sheaves. */
export async function openSheafPress(): Promise<SheafPress> {
  const { fonts, shelf, running } = await openOwnBrowser();
  const press = await Press.start(running, shelf);
  if (!press.ok) throw new Error(press.error.fault.code);
  return {
    async print(sheaf, spacing = 'apart') {
      const [first] = sheaf;
      const sheet = await fonts.sheetFor([]);
      if (first === undefined || !sheet.ok) throw new Error('nothing to print');
      const body = sheaf.map((filled) => filled.body).join('\n');
      const parts = { ...first, body, fonts: sheet.value };
      return press.value.print(parts, sheaf.map(fileFactsOf), spacing);
    },
    close: () => running.close(),
  };
}

import { fileFactsOf } from '../../../src/adapters/chromium/file-facts-of.js';
import { keepFontConfig } from '../../../src/adapters/chromium/font-config.js';
import { launchBrowser } from '../../../src/adapters/chromium/launch-browser.js';
import type { FinishedPdf } from '../../../src/adapters/chromium/pdf/finish-pdf.js';
import { Press } from '../../../src/adapters/chromium/press.js';
import { openPrivateCache } from '../../../src/adapters/chromium/private-cache.js';
import { DocumentFonts } from '../../../src/adapters/fonts/document-fonts.js';
import type { Result } from '../../../src/domain/kernel/result.js';
import type { FilledTemplate } from '../../../src/ports/template-source.js';

/** A press without the renderer around it, which would print a sheaf that fails one by one. */
export interface SheafPress {
  /** Prints documents as one, and cuts them apart. */
  print(sheaf: readonly FilledTemplate[]): Promise<Result<FinishedPdf[], string>>;
  close(): Promise<void>;
}

/** Opens a press for sheaves. */
export async function openSheafPress(): Promise<SheafPress> {
  const cache = await openPrivateCache(process.env);
  if (!cache.ok) throw new Error(cache.error.code);
  const fonts = new DocumentFonts(cache.value);
  const shelf = await fonts.shelf();
  if (!shelf.ok) throw new Error(shelf.error.code);
  const fontConfig = await keepFontConfig(cache.value, shelf.value, process.env['HOME']);
  const launched = await launchBrowser({ env: process.env, cache: cache.value, fontConfig });
  if (!launched.ok) throw new Error(launched.error.fault.code);
  const press = await Press.start(launched.value, shelf.value);
  if (!press.ok) throw new Error(press.error.fault.code);
  return {
    async print(sheaf) {
      const [first] = sheaf;
      const sheet = await fonts.sheetFor([]);
      if (first === undefined || !sheet.ok) throw new Error('nothing to print');
      const body = sheaf.map((filled) => filled.body).join('\n');
      const parts = { ...first, body, fonts: sheet.value };
      return press.value.print(parts, sheaf.map(fileFactsOf), 'cut');
    },
    close: () => launched.value.close(),
  };
}

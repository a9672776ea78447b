import { keepFontConfig } from '../../../src/adapters/chromium/font-config.js';
import { launchBrowser } from '../../../src/adapters/chromium/launch-browser.js';
import { openPrivateCache } from '../../../src/adapters/chromium/private-cache.js';
import { DocumentFonts } from '../../../src/adapters/fonts/document-fonts.js';

/** Opens a browser with our fonts and without the renderer around it. */
export async function openOwnBrowser() {
  const cache = await openPrivateCache(process.env);
  if (!cache.ok) throw new Error(cache.error.code);
  const fonts = new DocumentFonts(cache.value);
  const shelf = await fonts.shelf();
  if (!shelf.ok) throw new Error(shelf.error.code);
  const fontConfig = await keepFontConfig(cache.value, shelf.value, process.env['HOME']);
  const launched = await launchBrowser({ env: process.env, cache: cache.value, fontConfig });
  if (!launched.ok) throw new Error(launched.error.fault.code);
  return { fonts, shelf: shelf.value, fontConfig, running: launched.value };
}

// Letters by the hundred, for bench/print.mjs.
import type { PrintedDocument, PrintFault } from '../../src/ports/document-renderer.js';
import type { Result } from '../../src/domain/kernel/result.js';
import type { newRenderer } from './printing-bench.js';
import { type makeTexts } from './printing-bench.js';

export type Texts = Awaited<ReturnType<typeof makeTexts>>;
type Renderer = ReturnType<typeof newRenderer>;

/** Prints so many letters by a renderer that has been started. */
export async function printLetters(
  renderer: Renderer,
  texts: Texts,
  count: number,
): Promise<{ ms: number; pages: number }> {
  const fills = Array.from({ length: count }, (_, number) => filling(texts, number));
  const started = performance.now();
  let pages = 0;
  for await (const printed of renderer.renderAll(fills)) pages += check(printed).pages;
  return { ms: performance.now() - started, pages };
}

/** Fills one when its turn comes. */
export function filling(texts: Texts, number: number) {
  return async () => ({ ok: true, value: await texts.letter(number) }) as const;
}

/** What was printed; whatever failed ends the measurement. */
export function check(printed: Result<PrintedDocument, PrintFault>): PrintedDocument {
  if (!printed.ok) throw new Error(JSON.stringify(printed.error));
  return printed.value;
}

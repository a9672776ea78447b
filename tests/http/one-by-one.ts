import type { DocumentRenderer, FillDocument } from '../../src/ports/document-renderer.js';

/** A printer without `renderAll` as a whole one, which prints many by printing each. */
export function printingOneByOne(printer: Omit<DocumentRenderer, 'renderAll'>): DocumentRenderer {
  return {
    ...printer,
    async *renderAll(fills: Iterable<FillDocument>) {
      for (const fill of fills) {
        const filled = await fill();
        yield filled.ok ? await printer.render(filled.value) : filled;
      }
    },
  };
}

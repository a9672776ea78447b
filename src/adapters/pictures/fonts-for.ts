import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FACES } from '../fonts/faces.js';
import type { FontShelf } from '../fonts/font-shelf.js';
import { readSfnt } from '../fonts/sfnt.js';

/** Our 宋体 and what stands behind it, as far as a text needs them: the rest is 20 MB. */
export async function fontsFor(shelf: FontShelf, text: string): Promise<readonly Uint8Array[]> {
  const chain = FACES.find(({ id }) => id === 'song')?.chain ?? [];
  let left = [...new Set(text)].map((character) => character.codePointAt(0) ?? 0);
  const fonts: Uint8Array[] = [];
  for (const cut of chain) {
    if (left.length === 0 && fonts.length > 0) break;
    if (!shelf.cuts.has(cut)) continue;
    const file = await readFile(join(shelf.folder, `${cut}.ttf`));
    const { cmap } = readSfnt(file);
    const lacking = left.filter((code) => !cmap.has(code));
    // The first is there whatever it prints: it is the face that the picture is set in.
    if (fonts.length === 0 || lacking.length < left.length) fonts.push(file);
    left = lacking;
  }
  return fonts;
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CutId } from '../fonts/cuts.js';
import { FACES } from '../fonts/faces.js';
import type { FontShelf } from '../fonts/font-shelf.js';
import { readSfnt } from '../fonts/sfnt.js';

interface OpenFont {
  readonly file: Uint8Array;
  readonly has: (codePoint: number) => boolean;
}

/** Gives our 宋体 and what stands behind it, as far as a text needs them: all of it is 20 MB. */
export function fontsOf(shelf: FontShelf): (text: string) => Promise<readonly Uint8Array[]> {
  const chain = FACES.find(({ id }) => id === 'song')?.chain ?? [];
  const opened = new Map<CutId, Promise<OpenFont>>();
  const open = (cut: CutId): Promise<OpenFont> => {
    const known = opened.get(cut) ?? openFont(join(shelf.folder, `${cut}.ttf`));
    opened.set(cut, known);
    return known;
  };
  return async (text) => {
    let left = [...new Set(text)].map((character) => character.codePointAt(0) ?? 0);
    const fonts: Uint8Array[] = [];
    for (const cut of chain.filter((one) => shelf.cuts.has(one))) {
      if (left.length === 0 && fonts.length > 0) break;
      const { file, has } = await open(cut);
      const lacking = left.filter((code) => !has(code));
      // The first is there whatever it prints: it is the face that the picture is set in.
      if (fonts.length === 0 || lacking.length < left.length) fonts.push(file);
      left = lacking;
    }
    return fonts;
  };
}

async function openFont(path: string): Promise<OpenFont> {
  const file = await readFile(path);
  const { cmap } = readSfnt(file);
  return { file, has: (codePoint) => cmap.has(codePoint) };
}

import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { NpmFont } from './cuts.js';
import { readSfnt, type Sfnt } from './sfnt.js';

const packages = createRequire(import.meta.url);

/** The font's main file: WOFF, since Node itself unpacks it, and faster than WOFF2. */
export function readFont(font: NpmFont): Promise<Sfnt> {
  return unpack(packages.resolve(fileOf(font, font.part)));
}

/** Its bold companion, where it has one. */
export async function readBold(font: NpmFont): Promise<Sfnt | null> {
  if (font.bold === undefined) return null;
  return readFont({ ...font, file: font.bold });
}

/** The slices with further characters, one after the other. */
export async function* readSlices(font: NpmFont): AsyncGenerator<Sfnt> {
  if (!font.isSliced) return;
  const folder = dirname(packages.resolve(fileOf(font, font.part)));
  const [before = '', after = ''] = `${font.file}.woff`.split('#');
  const numbers = (await readdir(folder))
    .filter((name) => name.startsWith(before) && name.endsWith(after))
    .map((name) => Number(name.slice(before.length, -after.length)))
    .filter(Number.isInteger)
    .sort((a, b) => a - b);
  for (const number of numbers) yield await unpack(join(folder, `${before}${number}${after}`));
}

/** The version of the package that the font comes from. */
export function fontVersion(font: NpmFont): string {
  const file = packages.resolve(fileOf(font, font.part));
  const manifest = readFileSync(join(dirname(dirname(file)), 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

function fileOf(font: NpmFont, part: string): string {
  return `${font.package}/files/${font.file.replace('#', part)}.woff`;
}

async function unpack(path: string): Promise<Sfnt> {
  return readSfnt(await readFile(path));
}

import { randomBytes } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failure, success, type Result } from '../../domain/kernel/result.js';
import type { BroughtFont, FontBringer, FontFault, FontStep } from '../../ports/font-bringer.js';
import { openPrivateCache } from '../chromium/private-cache.js';
import { CHINESE } from './chinese-characters.js';
import { convertOutlines } from './convert-outlines.js';
import { fetchDebianFont } from './debian-font.js';
import { FANG_FILE } from './font-shelf.js';
import { readSfnt } from './sfnt.js';

/** A body face may lack a few 汉字, which another face prints; with more gaps it is another thing. */
const MOST_LACKING = 100;

/** Brings a 仿宋 from Debian's packages or from the user's file. */
export function createFontBringer(
  env: Readonly<Record<string, string | undefined>> = process.env,
): FontBringer {
  return {
    async bring(file, onStep) {
      const cache = await openPrivateCache(env);
      if (!cache.ok) return failure({ code: 'unusable-cache', facts: cache.error.facts });
      const found = await (file === null
        ? fetchDebianFont(env, onStep)
        : readUsersFont(file, onStep));
      if (!found.ok) return found;
      const made = await makeTrueType(file ?? 'FandolFang-Regular.otf', found.value, onStep);
      if (!made.ok) return made;
      onStep('keep');
      const path = join(cache.value.directory, FANG_FILE);
      await replaceFile(path, made.value.font);
      return success({ ...made.value.facts, path });
    },
  };
}

async function readUsersFont(
  file: string,
  onStep: (step: FontStep) => void,
): Promise<Result<Uint8Array, FontFault>> {
  onStep('read');
  try {
    return success(await readFile(file));
  } catch {
    return failure({
      code: 'unreadable-font',
      facts: { file, detail: '没有这个文件，或没有读取的权限' },
    });
  }
}

/** Checks a font and gives it TrueType outlines. */
async function makeTrueType(
  file: string,
  bytes: Uint8Array,
  onStep: (step: FontStep) => void,
): Promise<Result<{ font: Uint8Array; facts: Omit<BroughtFont, 'path'> }, FontFault>> {
  if (Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'ttcf') {
    return failure({ code: 'font-collection', facts: { file } });
  }
  try {
    const font = readSfnt(bytes);
    const name = font.name(4) ?? font.name(1) ?? file;
    if (font.forbidsEmbedding)
      return failure({ code: 'embedding-forbidden', facts: { file, name } });
    const characters = CHINESE.han.filter((code) => font.cmap.has(code)).length;
    if (CHINESE.han.length - characters > MOST_LACKING) {
      return failure({ code: 'not-chinese', facts: { file, name, found: String(characters) } });
    }
    if (font.has('glyf')) return success({ font: bytes, facts: { name, characters } });
    onStep('convert');
    return success({ font: await convertOutlines(bytes), facts: { name, characters } });
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return failure({ code: 'unreadable-font', facts: { file, detail } });
  }
}

/** Printing that goes on meanwhile sees the old file or the new one, never half of it. */
async function replaceFile(path: string, content: Uint8Array): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.part`;
  try {
    await writeFile(temporary, content, { flag: 'wx', mode: 0o600 });
    await rename(temporary, path);
  } finally {
    await rm(temporary, { force: true });
  }
}

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { FACES, familyName } from '../fonts/faces.js';
import type { FontShelf } from '../fonts/font-shelf.js';
import type { PrivateCache } from './private-cache.js';

/**
 * The browser's own list of fonts, for the child process only. It holds our fonts, so that pages
 * need not bring them (with none at all Chromium prints an EMPTY page, without a word), and the
 * official faces if the machine has them. Every other font of the machine is left out, so that a
 * document looks the same everywhere.
 *
 * @param shelf our fonts
 * @param home the user's own folder, for fonts installed without an administrator
 * @returns the path for FONTCONFIG_FILE
 */
export async function keepFontConfig(
  cache: PrivateCache,
  shelf: FontShelf,
  home: string | undefined,
): Promise<string> {
  const folders = [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    ...(home === undefined ? [] : [join(home, '.local/share/fonts'), join(home, '.fonts')]),
  ];
  const families = [...[...shelf.cuts].map(familyName), ...FACES.flatMap((face) => face.local)];
  const text = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
${[shelf.folder, ...folders].map((folder) => `<dir>${xml(folder)}</dir>`).join('\n')}
<cachedir>${xml(join(cache.directory, 'fontconfig'))}</cachedir>
<selectfont>
${families.map((name) => `<acceptfont>${pattern('family', `<string>${xml(name)}</string>`)}</acceptfont>`).join('\n')}
${['true', 'false'].map((is) => `<rejectfont>${pattern('scalable', `<bool>${is}</bool>`)}</rejectfont>`).join('\n')}
</selectfont>
</fontconfig>
`;
  const print = createHash('sha256').update(text).digest('hex').slice(0, 16);
  return cache.keep(`fonts-${print}.conf`, () => Promise.resolve(Buffer.from(text)));
}

// A rejected path stays rejected whatever pattern accepts the font: both sides must be patterns.
function pattern(property: string, value: string): string {
  return `<pattern><patelt name="${property}">${value}</patelt></pattern>`;
}

function xml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0) ?? 0};`);
}

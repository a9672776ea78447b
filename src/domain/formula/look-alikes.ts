/** Characters that an input method or a word processor puts in the place of an allowed one. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['×✕✖⨯·∙⋅•', '*'],
  ['÷∕⁄', '/'],
  ['−‐‑‒–—―﹣ー', '-'],
  ['、﹐،', ','],
  ['。．﹒', '.'],
  ['【〔［｛「『〈《', '('],
  ['】〕］｝」』〉》', ')'],
  ['≤≦⩽', '<='],
  ['≥≧⩾', '>='],
  ['≠', '!='],
  ['＝﹦', '=='],
  ['！', '!='],
  ['²', '^2'],
  ['³', '^3'],
  ['аɑα', 'a'],
  ['е', 'e'],
  ['оο', 'o'],
  ['р', 'p'],
  ['сϲ', 'c'],
  ['хχ', 'x'],
  ['у', 'y'],
  ['іı', 'i'],
  ['ј', 'j'],
  ['ѕ', 's'],
  ['ԁ', 'd'],
  ['һ', 'h'],
  ['ո', 'n'],
  ['ʋν', 'v'],
  ['АΑ', 'a'],
  ['ВΒ', 'b'],
  ['СϹ', 'c'],
  ['ЕΕ', 'e'],
  ['НΗ', 'h'],
  ['КΚк', 'k'],
  ['МΜм', 'm'],
  ['ОΟ', 'o'],
  ['РΡ', 'p'],
  ['Тτт', 't'],
  ['ХΧ', 'x'],
];

const INVISIBLE = /[\u00A0\u00AD\u1680\u180E\u2000-\u200F\u2028-\u202F\u205F-\u2064\u3000\uFEFF]/u;

const REPLACEMENTS: ReadonlyMap<string, string> = new Map(
  PAIRS.flatMap(([characters, instead]) =>
    Array.from(characters, (one) => [one, instead] as const),
  ),
);

/** What may stand in a formula, one character at a time. */
export const ALLOWED = /[a-zA-Z0-9_.+\-*/^(),<>=! \t\r\n]/u;

/**
 * What to type in the place of a character that only looks like an allowed one.
 *
 * @returns the replacement, a space for an invisible character, or `undefined`
 * @example lookAlike('（') // '('
 * @example lookAlike('×') // '*'
 * @example lookAlike('年') // undefined
 */
export function lookAlike(character: string): string | undefined {
  const listed = REPLACEMENTS.get(character);
  if (listed !== undefined) return listed;
  if (INVISIBLE.test(character)) return ' ';
  const narrow = character.normalize('NFKC').toLowerCase();
  return Array.from(narrow).length === 1 && narrow !== character && ALLOWED.test(narrow)
    ? narrow
    : undefined;
}

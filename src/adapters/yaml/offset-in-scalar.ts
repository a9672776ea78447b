/** What YAML folds, indents and trims. */
const BLANK = /[ \t\r\n]/;

/**
 * Where a character of a scalar's text stands in the file: past the opening quote or the header of
 * a block, and past the line breaks and indents of a folded text, by counting what is not blank.
 *
 * @param source the file's content
 * @param start where the scalar begins, its quote included
 * @param text what the scalar says
 * @param index a character of the text, from 0; its length is the place right after it
 * @example offsetInScalar("value: 'a / b'", 7, 'a / b', 4) // 12
 */
export function offsetInScalar(source: string, start: number, text: string, index: number): number {
  const opening = source[start];
  let at = start;
  if (opening === "'" || opening === '"') at += 1;
  else if (opening === '|' || opening === '>') at = source.indexOf('\n', start) + 1;
  const before = Array.from({ length: index }, (_, each) => text[each] ?? '').filter(
    (one) => !BLANK.test(one),
  ).length;
  for (let left = before; left > 0 && at < source.length; at += 1) {
    if (!BLANK.test(source[at] ?? '')) left -= 1;
  }
  if (index < text.length) while (BLANK.test(source[at] ?? '')) at += 1;
  return at;
}

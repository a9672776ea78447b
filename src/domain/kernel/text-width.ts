/**
 * How much room a text takes in print, in full-width characters: ASCII takes half.
 *
 * @example textWidth('2015年度') // 4
 */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) < 0x2000 ? 0.5 : 1;
  return width;
}

/** How tightly a wording holds together; a looser one inside a tighter one gets parentheses. */
export const BINDING = {
  or: 1,
  and: 2,
  comparison: 3,
  sum: 4,
  product: 5,
  sign: 6,
  power: 7,
  whole: 8,
} as const;

/** A part of a formula in words. */
export interface Wording {
  readonly text: string;
  readonly binding: number;
}

/** A wording that never needs parentheses. */
export function whole(text: string): Wording {
  return { text, binding: BINDING.whole };
}

/**
 * The text of a wording where at least the given binding is needed, in parentheses if it is looser.
 *
 * @example held({ text: 'a＋b', binding: BINDING.sum }, BINDING.product) // '（a＋b）'
 */
export function held(wording: Wording, binding: number): string {
  return wording.binding < binding ? `（${wording.text}）` : wording.text;
}

/**
 * Words an infix operator whose left side may be as loose as itself: a－b－c, but a－（b－c）.
 *
 * @example infix('－', BINDING.sum)([whole('a'), whole('b')]).text // 'a－b'
 */
export function infix(symbol: string, binding: number) {
  return (operands: readonly Wording[]): Wording => {
    const texts = operands.map((operand, index) => held(operand, binding + (index > 0 ? 1 : 0)));
    return { text: texts.join(symbol), binding };
  };
}

/**
 * Words a function by its name and its arguments.
 *
 * @example named('合计')([whole('a'), whole('b')]).text // '合计（a，b）'
 */
export function named(name: string) {
  return (operands: readonly Wording[]): Wording =>
    whole(`${name}（${operands.map(({ text }) => text).join('，')}）`);
}

/** How tightly a wording holds together; a looser one inside a tighter one gets parentheses. */
export const BINDING = {
  or: 10,
  and: 20,
  comparison: 30,
  sum: 40,
  // Both may begin a sum; behind any operator they need parentheses.
  negativeNumber: 42,
  sign: 45,
  product: 50,
  power: 60,
  whole: 70,
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
    const texts = operands.map((operand, index) =>
      held(operand, index === 0 ? binding : binding + 10),
    );
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

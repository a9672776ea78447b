/**
 * Makes a function of two things that never change one that works each pair out once: what a set
 * says of an indicator is the same in every derivation.
 */
export function oncePerPair<A extends object, B extends object, T>(
  find: (a: A, b: B) => T,
): (a: A, b: B) => T {
  const found = new WeakMap<A, WeakMap<B, { readonly value: T }>>();
  return (a, b) => {
    const ofFirst = found.get(a) ?? new WeakMap<B, { readonly value: T }>();
    found.set(a, ofFirst);
    const known = ofFirst.get(b) ?? { value: find(a, b) };
    ofFirst.set(b, known);
    return known.value;
  };
}

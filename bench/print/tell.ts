// How bench/print.mjs says what it measured.

/** Says a line. */
export function say(line: string): void {
  console.log(line);
}

/** The value in the middle. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

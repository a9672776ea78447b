/** The smallest part of a formula, with its place in the text. */
export interface Token {
  readonly kind: 'number' | 'name' | 'operator' | 'open' | 'close' | 'comma';
  /** As written; a word operator is `and`, `or` or `not`. */
  readonly text: string;
  /** 1-based, in UTF-16 units of the formula's text. */
  readonly column: number;
}

/** The operators that are words; they can be no metric's name. */
export const WORD_OPERATORS: ReadonlySet<string> = new Set(['and', 'or', 'not']);

/** The operators that compare two numbers. */
export const COMPARISONS: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=']);

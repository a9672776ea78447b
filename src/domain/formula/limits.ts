/** The longest formula, in characters; the longest known real one has under 300. */
export const MAX_LENGTH = 2000;

/** The deepest nesting of parentheses, calls and signs, and the deepest tree. */
export const MAX_DEPTH = 32;

/** The most parts of a compiled formula: `growth(growth(x))` doubles with every level. */
export const MAX_SIZE = 4000;

/** The most calls of ln, exp, power and sqrt: each costs up to a millisecond at 40 digits. */
export const MAX_COSTLY_CALLS = 16;

/** The furthest year that a formula looks back to. */
export const MAX_YEARS_BACK = 10;

/** The longest name of a metric or parameter. */
export const MAX_NAME_LENGTH = 64;

/** The most digits of a number that is written in a formula. */
export const MAX_LITERAL_DIGITS = 40;

/** The largest exponent of a power; `1.5^1000` is 1e176. */
export const MAX_EXPONENT = 1000;

/** The most decimal places of `round`. */
export const MAX_PLACES = 20;

/** The most faults told of one formula; more would bury the first. */
export const MAX_FAULTS = 20;

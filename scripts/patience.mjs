// How long V8 waits before it optimises what runs.
import { setFlagsFromString } from 'node:v8';

/**
 * V8 optimises what ran for a while, on a second thread, and is seldom done before a short program
 * ends: on a machine with two busy processors that costs a fifth of the whole. More patience leaves it
 * to the work that lasts. Another V8 may not know the flags, and says so on stderr.
 *
 * @param {number} budget of what a function runs before it is optimised; V8's own is 67584
 * @param {readonly string[]} [more] flags
 */
export function setPatience(budget, more = []) {
  if (!process.version.startsWith('v20.')) return;
  for (const flag of [`--interrupt-budget=${budget}`, ...more]) setFlagsFromString(flag);
}

/** For a batch of some seconds: with more, work that pays is left slow; with less, a fifth is lost. */
export const PATIENCE_OF_A_BATCH = 400_000;

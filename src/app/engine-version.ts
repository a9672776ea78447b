import { ENGINE_VERSION } from '../domain/scoring/index.js';

/** The version of the arithmetic, as every result carries it. */
export function engineVersion(): string {
  return ENGINE_VERSION;
}

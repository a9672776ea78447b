import type { IndicatorSet } from '../../indicators/index.js';
import { decimal, printAtLeast } from '../../kernel/decimal.js';
import { indicatorsOf } from '../../metrics/index.js';

/**
 * Prepares the printing of marks: 3 and 2.8 in one column are 3.0 and 2.8, with the places of the finest
 * step in which the set lets anybody mark. A mark of more places keeps them all.
 *
 * @example markText(set)('3') // '3.0' where marks are given in steps of 0.1
 */
export function markText(set: IndicatorSet): (points: string) => string {
  const steps = indicatorsOf(set).map(({ marking }) => decimal(marking?.step ?? '1'));
  const places = Math.max(0, ...steps.map((step) => step.decimalPlaces()));
  return (points) => printAtLeast(decimal(points), places);
}

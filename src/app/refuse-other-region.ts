import type { IndicatorSet } from '../domain/indicators/index.js';
import { failure, success, type Result } from '../domain/kernel/result.js';
import { findRegion } from './find-region.js';
import type { Refusal } from './refusal.js';

/**
 * A neighbour's document differs in every figure: whose it is tells more than a list of them.
 *
 * @param own whom the document is about; undefined where it does not say
 */
export function refuseOtherRegion(
  set: IndicatorSet,
  own: string | undefined,
  { region, file }: { readonly region?: string | undefined; readonly file: string },
): Result<null, Refusal> {
  if (region === undefined || own === undefined) return success(null);
  const asked = findRegion(set, region);
  if (!asked.ok) return asked;
  if (asked.value.id === own) return success(null);
  const facts = { own: set.regions.all.get(own)?.name ?? own, asked: asked.value.name };
  const fault = { code: 'document-of-other-region', facts, file, line: 1, column: 1 };
  return failure({ kind: 'faults', faults: [fault] });
}

import type { IndicatorSet, Region } from '../domain/indicators/index.js';
import { failure, success, type Result } from '../domain/kernel/result.js';
import type { Refusal } from './refusal.js';

/** Finds a region by what a person types: its id, its code, or its name, former ones too. */
export function findRegion(set: IndicatorSet, name: string): Result<Region, Refusal> {
  const found = set.regions.assessed.find(
    (region) =>
      region.id === name ||
      region.name === name ||
      region.namings.some((naming) => naming.code === name || naming.name === name),
  );
  if (found !== undefined) return success(found);
  const known = set.regions.assessed.map(
    (region) => `${region.id}（${[region.name, region.code].filter(Boolean).join(' ')}）`,
  );
  return failure({ kind: 'unknownName', what: 'region', name, known });
}

import type { IndicatorSet, Region } from '../indicators/index.js';

/**
 * The set as it is for one region alone: that region, and those before it whose earlier years stand
 * for its own. There is no total and no neighbour, so that no check and no word can speak of them.
 *
 * @throws RangeError when the region is not assessed: callers check names
 */
export function ownSet(set: IndicatorSet, regionId: string): IndicatorSet {
  const region = set.regions.assessed.find((one) => one.id === regionId);
  if (region === undefined) throw new RangeError(`no region ${regionId}`);
  const own = [region, ...formerRegions(set, region)];
  return {
    ...set,
    regions: {
      total: undefined,
      groups: set.regions.groups,
      assessed: [region],
      all: new Map(own.map((one) => [one.id, one])),
    },
  };
}

/**
 * Whose earlier years are the region's own past. A region that was split off and still stands is a
 * neighbour like any other: its numbers are its own.
 */
function formerRegions(set: IndicatorSet, region: Region): readonly Region[] {
  const alive = new Set(set.regions.assessed.map((one) => one.id));
  const found = new Map<string, Region>();
  const visit = (from: Region): void => {
    for (const id of from.follows) {
      const former = set.regions.all.get(id);
      if (former === undefined || alive.has(id) || found.has(id)) continue;
      found.set(id, former);
      visit(former);
    }
  };
  visit(region);
  return [...found.values()];
}

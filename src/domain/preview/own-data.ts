import type { IndicatorSet } from '../indicators/index.js';
import type { YearData } from '../metrics/year-data.js';

/**
 * What a preview may look at: the region's own numbers, targets, events and 自评. Marks of
 * departments are theirs to publish, and earlier results and decisions on ties serve only what
 * looks across regions.
 *
 * @param own the set for the region alone
 */
export function ownData(data: YearData, own: IndicatorSet): YearData {
  const assessed = new Set(own.regions.assessed.map((region) => region.id));
  const isOwn = ({ region }: { readonly region: string }): boolean => assessed.has(region);
  const isPast = ({ region }: { readonly region: string }): boolean => own.regions.all.has(region);
  const skipped = data.skipped?.filter(isPast) ?? [];
  return {
    period: data.period,
    values: data.values.filter(isPast),
    marks: data.marks.filter((mark) => isOwn(mark) && mark.stage === 'self'),
    events: data.events.filter(isOwn),
    targets: data.targets.filter(isOwn),
    history: [],
    decisions: [],
    ...(skipped.length === 0 ? {} : { skipped }),
  };
}

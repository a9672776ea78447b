import type { IndicatorSet } from '../indicators/index.js';
import type { YearData } from '../metrics/year-data.js';

/**
 * What a preview may look at: the region's own numbers, targets, events, 自评 and requests of 不适用. Marks of
 * departments are theirs to publish, and earlier results and decisions on ties serve only what
 * looks across regions.
 *
 * @param own the set for the region alone
 */
export function ownData(data: YearData, own: IndicatorSet): YearData {
  const assessed = new Set(own.regions.assessed.map((region) => region.id));
  const isOwn = ({ region }: { readonly region: string }): boolean => assessed.has(region);
  const isPast = ({ region }: { readonly region: string }): boolean => own.regions.all.has(region);
  return {
    period: data.period,
    values: data.values.filter(isPast),
    marks: data.marks.filter((mark) => isOwn(mark) && mark.stage === 'self'),
    events: data.events.filter(isOwn),
    targets: data.targets.filter(isOwn),
    history: [],
    decisions: [],
    skipped: data.skipped?.filter(isPast) ?? NONE,
    // What a region asks for is its own to see; what a department grants is not, as its marks are not.
    exemptions: data.exemptions?.filter((one) => isOwn(one) && one.status === 'asked') ?? NONE,
  };
}

const NONE: readonly never[] = [];

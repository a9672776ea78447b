import { decimal, decimalText } from '../domain/kernel/decimal.js';
import { success, type Result } from '../domain/kernel/result.js';
import type { RegionResult } from '../domain/scoring/index.js';
import type { DataChoice } from './load-year.js';
import type { Ports } from './ports.js';
import type { Refusal } from './refusal.js';
import { scoreSet, type ScoredYear } from './score-set.js';

/** One region before and after a change of the rules. */
export interface ComparedRegion {
  readonly id: string;
  readonly name: string;
  readonly before: Standing;
  readonly after: Standing;
  /** After minus before; null where one of them has no total. */
  readonly scoreChange: string | null;
  /** Indicators whose points moved, in the order of the set after. */
  readonly moved: readonly {
    readonly id: string;
    readonly label: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
}

/** Where a region stands; all null where it is not assessed. */
export interface Standing {
  readonly score: string | null;
  readonly rank: number | null;
  readonly grade: string | null;
}

/** 规则变更对照: two sets over the same data. */
export interface Comparison {
  readonly before: ScoredYear;
  readonly after: ScoredYear;
  /** In the rank order after the change. */
  readonly regions: readonly ComparedRegion[];
  readonly isUnchanged: boolean;
}

/** Scores the same data by two sets; the first set's sample where no data are named. */
export async function compareSets(
  ports: Ports,
  referenceBefore: string,
  referenceAfter: string,
  choice: DataChoice,
): Promise<Result<Comparison, Refusal>> {
  const samplePath = (await ports.sets.find(referenceBefore))?.samplePath;
  const paths = choice.paths?.length ? choice.paths : samplePath === undefined ? [] : [samplePath];
  const before = await scoreSet(ports, referenceBefore, { ...choice, paths });
  if (!before.ok) return before;
  const period = choice.period ?? before.value.run.plan.period;
  const after = await scoreSet(ports, referenceAfter, { paths, period });
  if (!after.ok) return after;
  const regions = compareRegions(before.value, after.value);
  return success({
    before: before.value,
    after: after.value,
    regions,
    isUnchanged: regions.every(
      (one) =>
        one.before.score === one.after.score &&
        one.before.rank === one.after.rank &&
        one.before.grade === one.after.grade &&
        one.moved.length === 0,
    ),
  });
}

/** Every region before and after, in the rank order after. */
export function compareRegions(before: ScoredYear, after: ScoredYear): readonly ComparedRegion[] {
  const old = new Map(before.run.regions.map((result) => [result.id, result]));
  const ids = new Set([...after.run.regions.map((one) => one.id), ...old.keys()]);
  return [...ids].map((id): ComparedRegion => {
    const was = old.get(id);
    const is = after.run.regions.find((one) => one.id === id);
    const names = [...after.set.regions.assessed, ...before.set.regions.assessed];
    return {
      id,
      name: names.find((region) => region.id === id)?.name ?? id,
      before: standing(was),
      after: standing(is),
      scoreChange:
        was?.score == null || is?.score == null
          ? null
          : decimalText(decimal(is.score).minus(decimal(was.score))),
      moved: movedIndicators(before, after, was, is),
    };
  });
}

function standing(result: RegionResult | undefined): Standing {
  return {
    score: result?.score ?? null,
    rank: result?.rank ?? null,
    grade: result?.grade ?? null,
  };
}

function movedIndicators(
  before: ScoredYear,
  after: ScoredYear,
  was: RegionResult | undefined,
  is: RegionResult | undefined,
): ComparedRegion['moved'] {
  const ids = new Set([
    ...Object.keys(is?.indicators ?? {}),
    ...Object.keys(was?.indicators ?? {}),
  ]);
  return [...ids].flatMap((id) => {
    const old = was?.indicators[id]?.points ?? null;
    const now = is?.indicators[id]?.points ?? null;
    const label = after.set.nodes.get(id)?.label ?? before.set.nodes.get(id)?.label ?? id;
    return old === now ? [] : [{ id, label, before: old, after: now }];
  });
}

import { indicatorsOf } from '../metrics/metric-uses.js';
import type { YearData } from '../metrics/year-data.js';
import type { IndicatorSet } from '../indicators/index.js';
import { createMemory } from '../kernel/memory.js';
import type { Plan } from '../plan/index.js';
import { ENGINE_VERSION, explainIndicator } from '../scoring/index.js';
import { ownData } from './own-data.js';
import { createOwnFindings } from './own-findings.js';
import { ownPlan } from './own-plan.js';
import { createOwnRun } from './own-run.js';
import { ownSet } from './own-set.js';
import { createOwnStore } from './own-store.js';
import type { Preview } from './preview.js';
import { createSubtotals } from './subtotals.js';

/** Leaves whose derivation is wanted: some by id, or all. */
export type Explain = 'all' | readonly string[];

/** Previews one region's data, as often as they change. */
export type Previewer = (data: YearData, explain?: Explain) => Preview;

/**
 * 预览一个地区: runs what looks only at the region's own columns; what looks across regions is
 * pending. It needs neither the formula parser nor a file, so that a browser can run it.
 *
 * @param plan the set's plan for the period of the data
 * @param regionId an assessed region
 */
export function previewRegion(
  set: IndicatorSet,
  plan: Plan,
  regionId: string,
  data: YearData,
  explain: Explain = 'all',
): Preview {
  return createPreviewer(set, plan, regionId)(data, explain);
}

/** Outcomes of one operation, indicator or check that are kept: of those who type at one time. */
const MOST_OUTCOMES = 3;
/** Values and targets that a previewer knows places for, before it begins anew. */
const MOST_FIGURES = 4000;

/**
 * Prepares the previews of one region. While somebody types, one figure changes and the others
 * stay: what is computed from those alone is not computed again. Each operation, each indicator's
 * result and derivation and each check is remembered by exactly what it read; no whole preview is
 * kept, and what has not changed is the same object in the next one.
 *
 * @throws RangeError when the region is not assessed: callers check names
 */
export function createPreviewer(set: IndicatorSet, plan: Plan, regionId: string): Previewer {
  const own = ownSet(set, regionId);
  const alone = ownPlan(plan, regionId);
  const make = () => prepare(own, alone, regionId);
  let made = make();
  return (data, explain = 'all') => {
    if (made.size() > MOST_FIGURES) made = make();
    return made.preview(ownData(data, own), explain);
  };
}

function prepare(
  own: IndicatorSet,
  plan: Plan,
  regionId: string,
): { readonly preview: Previewer; readonly size: () => number } {
  const memory = createMemory(MOST_OUTCOMES);
  const store = createOwnStore(memory);
  const run = createOwnRun(own, plan, store, memory);
  const findings = createOwnFindings(own, plan.period, store, memory);
  const subtotals = createSubtotals(own, run.field, (id) => run.resultOf(id), memory);
  const derivations = indicatorsOf(own).map((leaf) => ({
    id: leaf.id,
    explain: memory.remember(() => {
      const indicators = { [leaf.id]: run.resultOf(leaf.id) };
      const regions = [{ id: regionId, indicators }];
      const computed = { plan, field: run.field, regions, isPreview: true } as const;
      return explainIndicator(own, computed, leaf, regionId);
    }),
  }));
  const wanted = (explain: Explain) =>
    explain === 'all' ? derivations : derivations.filter((one) => explain.includes(one.id));
  const region = own.regions.assessed.find(({ id }) => id === regionId);
  if (region === undefined) throw new RangeError(`no region ${regionId}`);
  const head = {
    engine: ENGINE_VERSION,
    set: { id: own.id, version: own.version, title: own.title, fullPoints: own.fullPoints },
    period: plan.period,
    disclaimer: own.disclaimer ?? null,
    region: { id: region.id, name: region.name, code: region.code ?? null },
  };
  return {
    size: () => store.size(),
    preview(data, explain = 'all') {
      store.fill(data);
      const { indicators, totals } = run.compute();
      // Written out: an object that is put together from others takes far more room.
      return {
        engine: head.engine,
        set: head.set,
        period: head.period,
        disclaimer: head.disclaimer,
        region: head.region,
        subtotals: subtotals(),
        score: totals.score,
        bonus: totals.bonus,
        penalty: totals.penalty,
        events: totals.events,
        indicators,
        findings: findings(data),
        derivation: wanted(explain).map((one) => one.explain()),
      };
    },
  };
}

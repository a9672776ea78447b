import type { Indicator, IndicatorNode, IndicatorSet } from '../indicators/index.js';
import type { Decimal } from '../kernel/decimal.js';
import { PENDING } from '../kernel/status.js';
import { findFindings } from '../metrics/findings/find-findings.js';
import type { YearData } from '../metrics/year-data.js';
import {
  columnOf,
  createField,
  DECIMAL_KERNEL,
  OPERATION_KINDS,
  runOperations,
  type Field,
  type Kernel,
  type Plan,
  type RunInputs,
} from '../plan/index.js';
import {
  collectResults,
  ENGINE_VERSION,
  explainIndicator,
  type ComputedRun,
  type RegionResult,
} from '../scoring/index.js';
import { ownData } from './own-data.js';
import { ownPlan } from './own-plan.js';
import { ownSet } from './own-set.js';
import type { Preview, PreviewNode, WaitsFor } from './preview.js';
import { addSubtotals } from './subtotals.js';

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

/**
 * Prepares the previews of one region. Nothing of one preview is kept for the next.
 *
 * @throws RangeError when the region is not assessed: callers check names
 */
export function createPreviewer(set: IndicatorSet, plan: Plan, regionId: string): Previewer {
  const own = ownSet(set, regionId);
  const alone = ownPlan(plan, regionId);
  const kernel = rememberFormulas(DECIMAL_KERNEL);
  const leaves = [...own.nodes.values()].filter(
    (node): node is Indicator => node.kind === 'indicator',
  );
  return (all, explain = 'all') => {
    const data = ownData(all, own);
    const field = runOwn(alone, data, kernel);
    const regions = collectResults(own, field);
    const [result] = regions;
    const [region] = own.regions.assessed;
    if (result === undefined || region === undefined) throw new Error('a preview has one region');
    const run: ComputedRun = { plan: alone, inputs: data, regions, field, isPreview: true };
    const wanted = leaves.filter((leaf) => explain === 'all' || explain.includes(leaf.id));
    return {
      engine: ENGINE_VERSION,
      set: { id: set.id, version: set.version, title: set.title, fullPoints: set.fullPoints },
      period: data.period,
      disclaimer: set.disclaimer ?? null,
      region: { id: region.id, name: region.name, code: region.code ?? null },
      subtotals: addSubtotals(own, field, result),
      score: result.score,
      bonus: result.bonus,
      penalty: result.penalty,
      events: result.events,
      indicators: [...own.nodes.values()].map((node) => previewNode(own, field, result, node)),
      findings: findFindings(data, own),
      derivation: wanted.map((leaf) => explainIndicator(own, run, leaf, regionId)),
    };
  };
}

function runOwn(plan: Plan, inputs: RunInputs, kernel: Kernel<Decimal>): Field<Decimal> {
  const field = createField(plan, inputs, kernel);
  for (const operation of plan.operations) {
    if (OPERATION_KINDS[operation.op].scope === 'own') runOperations([operation], field);
    // Rank, grade and consequences put no column: they are simply not there.
    else if (operation.op === 'normalise') {
      field.put(columnOf.normalised(operation.indicator), [PENDING]);
    }
  }
  return field;
}

/** A plan's formulas are the same for every preview: they are prepared once. */
function rememberFormulas<N>(kernel: Kernel<N>): Kernel<N> {
  const prepared = new WeakMap<object, ReturnType<Kernel<N>['formula']>>();
  return {
    arithmetic: kernel.arithmetic,
    formula(expression, parameters) {
      const known = prepared.get(expression);
      if (known !== undefined) return known;
      const made = kernel.formula(expression, parameters);
      prepared.set(expression, made);
      return made;
    },
  };
}

function previewNode(
  own: IndicatorSet,
  field: Field<Decimal>,
  result: RegionResult,
  node: IndicatorNode,
): PreviewNode {
  const found = result.indicators[node.id] ?? result.blocks[node.id];
  if (found === undefined) throw new Error(`no result for ${node.id}`);
  const { value, points, fullPoints, selfPoints, status } = found;
  return {
    id: node.id,
    number: node.number,
    label: node.label,
    level: node.level,
    parent: node.parent ?? null,
    kind: node.kind === 'block' ? 'block' : node.marking === undefined ? 'rule' : 'marks',
    status,
    waitsFor: status === 'pending' ? waitsFor(own, field, result, node) : null,
    value,
    points,
    fullPoints,
    selfPoints,
  };
}

/** What a block's parts wait for, in the order in which it comes. */
const ORDER: readonly WaitsFor[] = ['grant', 'marks', 'otherRegions'];

function waitsFor(
  own: IndicatorSet,
  field: Field<Decimal>,
  result: RegionResult,
  node: IndicatorNode,
): WaitsFor {
  if (node.kind === 'block') {
    const parts = node.children.flatMap((id) => {
      const child = own.nodes.get(id);
      const status = (result.indicators[id] ?? result.blocks[id])?.status;
      return child === undefined || status !== 'pending'
        ? []
        : [waitsFor(own, field, result, child)];
    });
    return ORDER.find((one) => parts.includes(one)) ?? 'marks';
  }
  if (node.marking !== undefined) return 'marks';
  const isComputed = field.column(columnOf.value(node.id))[0]?.status === 'present';
  const isCompared = field.has(columnOf.normalised(node.id));
  return isComputed && isCompared ? 'otherRegions' : 'grant';
}

import type {
  Indicator,
  IndicatorNode,
  IndicatorSet,
} from '../../../src/domain/indicators/index.js';
import type { Decimal } from '../../../src/domain/kernel/decimal.js';
import { PENDING } from '../../../src/domain/kernel/status.js';
import { findFindings, type YearData } from '../../../src/domain/metrics/index.js';
import {
  columnOf,
  createField,
  DECIMAL_KERNEL,
  OPERATION_KINDS,
  runOperations,
  type Field,
  type Plan,
} from '../../../src/domain/plan/index.js';
import {
  ownSet,
  type Explain,
  type Preview,
  type PreviewNode,
} from '../../../src/domain/preview/index.js';
import { ownData } from '../../../src/domain/preview/own-data.js';
import { ownPlan } from '../../../src/domain/preview/own-plan.js';
import { addSubtotals } from '../../../src/domain/preview/subtotals.js';
import {
  collectResults,
  ENGINE_VERSION,
  explainIndicator,
  type IndicatorResult,
} from '../../../src/domain/scoring/index.js';

/** A preview computed from the beginning, with nothing remembered: what every other has to equal. */
export function plainPreview(
  set: IndicatorSet,
  plan: Plan,
  regionId: string,
  all: YearData,
  explain: Explain = 'all',
): Preview {
  const own = ownSet(set, regionId);
  const alone = ownPlan(plan, regionId);
  const data = ownData(all, own);
  const field = createField(alone, data, DECIMAL_KERNEL);
  for (const operation of alone.operations) {
    if (OPERATION_KINDS[operation.op].scope === 'own') runOperations([operation], field);
    else if (operation.op === 'normalise') {
      field.put(columnOf.normalised(operation.indicator), [PENDING]);
    }
  }
  const regions = collectResults(own, field);
  const [result] = regions;
  const [region] = own.regions.assessed;
  if (result === undefined || region === undefined) throw new Error('a preview has one region');
  const resultOf = (id: string): IndicatorResult => {
    const found = result.indicators[id] ?? result.blocks[id];
    if (found === undefined) throw new Error(`no result for ${id}`);
    return found;
  };
  const leaves = [...own.nodes.values()].filter(
    (node): node is Indicator => node.kind === 'indicator',
  );
  return {
    engine: ENGINE_VERSION,
    set: { id: set.id, version: set.version, title: set.title, fullPoints: set.fullPoints },
    period: data.period,
    disclaimer: set.disclaimer ?? null,
    region: { id: region.id, name: region.name, code: region.code ?? null },
    subtotals: addSubtotals(own, field, resultOf),
    score: result.score,
    bonus: result.bonus,
    penalty: result.penalty,
    events: result.events,
    indicators: [...own.nodes.values()].map((node) => shown(own, field, node, resultOf)),
    findings: findFindings(data, own),
    derivation: leaves
      .filter((leaf) => explain === 'all' || explain.includes(leaf.id))
      .map((leaf) =>
        explainIndicator(own, { plan: alone, field, regions, isPreview: true }, leaf, regionId),
      ),
  };
}

function shown(
  own: IndicatorSet,
  field: Field<Decimal>,
  node: IndicatorNode,
  resultOf: (id: string) => IndicatorResult,
): PreviewNode {
  const { value, points, fullPoints, selfPoints, status } = resultOf(node.id);
  return {
    id: node.id,
    number: node.number,
    label: node.label,
    level: node.level,
    parent: node.parent ?? null,
    kind: node.kind === 'block' ? 'block' : node.marking === undefined ? 'rule' : 'marks',
    status,
    waitsFor: status === 'pending' ? waits(own, field, node, resultOf) : null,
    value,
    points,
    fullPoints,
    selfPoints,
  };
}

function waits(
  own: IndicatorSet,
  field: Field<Decimal>,
  node: IndicatorNode,
  resultOf: (id: string) => IndicatorResult,
): NonNullable<PreviewNode['waitsFor']> {
  if (node.kind === 'block') {
    const parts = node.children.flatMap((id) => {
      const child = own.nodes.get(id);
      return child !== undefined && resultOf(id).status === 'pending'
        ? [waits(own, field, child, resultOf)]
        : [];
    });
    return (
      (['grant', 'marks', 'otherRegions'] as const).find((one) => parts.includes(one)) ?? 'marks'
    );
  }
  if (node.marking !== undefined) {
    return (field.exemptions?.(node.id) ?? []).length > 0 ? 'grant' : 'marks';
  }
  const isComputed = field.column(columnOf.value(node.id))[0]?.status === 'present';
  return isComputed && field.has(columnOf.normalised(node.id)) ? 'otherRegions' : 'grant';
}

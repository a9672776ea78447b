import type { Indicator, IndicatorSet } from '../indicators/index.js';
import { decimal, type Decimal } from '../kernel/decimal.js';
import {
  columnOf,
  ruleKindOf,
  scorer,
  type Field,
  type PointsOperation,
  type Side,
} from '../plan/index.js';
import type { EdgeCoverage, SetEdge } from './set-test.js';

const BOTH: readonly Side[] = ['below', 'reached'];

/** Watches tests go by, and tells on which sides of a set's edges they stood. */
export interface Coverage {
  observe(indicator: string | undefined, field: Field<Decimal>): void;
  report(): readonly EdgeCoverage[];
}

/** Coverage of every threshold, cap and floor of a set. */
export function createCoverage(set: IndicatorSet): Coverage {
  const edges = edgesOf(set);
  const seen = new Map<string, Set<Side>>(edges.map((edge) => [edge.key, new Set<Side>()]));
  const see = (key: string, side: Side): void => {
    seen.get(key)?.add(side);
  };
  return {
    observe(indicator, field) {
      if (indicator !== undefined) observeIndicator(set, indicator, field, see);
      if (field.has(columnOf.score)) {
        observeEvents(set, field, see);
        observeGrades(set, field, see);
      }
    },
    report: () =>
      edges.map((edge) => {
        const sides = seen.get(edge.key) ?? new Set<Side>();
        return {
          edge,
          seen: edge.sides.filter((side) => sides.has(side)),
          missing: edge.sides.filter((side) => !sides.has(side)),
        };
      }),
  };
}

/** Every threshold, cap and floor of a set, in the order of the file. */
export function edgesOf(set: IndicatorSet): readonly SetEdge[] {
  const leaves = [...set.nodes.values()].filter((node) => node.kind === 'indicator');
  const caps: readonly (readonly [string, string, string | undefined])[] = [
    ...[...set.events.values()].map(
      (kind) => [`event:${kind.id}:cap`, `${kind.label}的上限`, kind.cap] as const,
    ),
    ...Object.entries(set.adjustments.groupCaps).map(
      ([id, cap]) => [`group:${id}:cap`, `加分组 ${id} 的上限`, cap] as const,
    ),
    ['bonus:cap', '加分合计上限', set.adjustments.bonusCap],
    ['penalty:cap', '扣分合计上限', set.adjustments.penaltyCap],
  ];
  return [
    ...leaves.flatMap(leafEdges),
    ...caps.flatMap(([key, label, cap]) =>
      cap === undefined ? [] : [{ key, subject: 'events', label: `${label} ${cap}`, sides: BOTH }],
    ),
    ...set.grading.grades.flatMap((grade) =>
      grade.atLeast === undefined
        ? []
        : [
            {
              key: `grade:${grade.id}`,
              subject: 'grading',
              label: `${grade.label}的界限 ${grade.atLeast}`,
              sides: BOTH,
            },
          ],
    ),
  ];
}

function leafEdges(leaf: Indicator): readonly SetEdge[] {
  const rule = leaf.rule;
  const planned = rule === undefined ? undefined : { ...rule, formulas: {} };
  const ofRule = planned === undefined ? [] : ruleKindOf(planned).edges(planned, leaf.fullPoints);
  return [
    ...ofRule.map((edge) => ({
      key: `indicator:${leaf.id}:${edge.id}`,
      subject: leaf.id,
      label: `${leaf.label}：${edge.label}`,
      sides: edge.sides,
    })),
    ...(leaf.sample === undefined
      ? []
      : [
          {
            key: `indicator:${leaf.id}:sample`,
            subject: leaf.id,
            label: `${leaf.label}：最小样本量 ${leaf.sample.atLeast}`,
            sides: BOTH,
          },
        ]),
  ];
}

type See = (key: string, side: Side) => void;

function observeIndicator(
  set: IndicatorSet,
  indicator: string,
  field: Field<Decimal>,
  see: See,
): void {
  const operation = field.plan.operations.find(
    (one): one is PointsOperation => one.op === 'points' && one.indicator === indicator,
  );
  const leaf = set.nodes.get(indicator);
  if (operation === undefined || leaf?.kind !== 'indicator') return;
  const score = scorer(operation, field);
  field.plan.regions.forEach((_, index) => {
    const scored = score(index);
    if (scored.status === 'present') {
      for (const [edge, side] of Object.entries(scored.sides))
        see(`indicator:${indicator}:${edge}`, side);
    }
    if (leaf.sample === undefined) return;
    const size = field.column(columnOf.metric(leaf.sample.metric, 0))[index];
    if (size?.status !== 'present') return;
    const isSmall = size.value.lessThan(decimal(leaf.sample.atLeast));
    see(`indicator:${indicator}:sample`, isSmall ? 'below' : 'reached');
  });
}

/** A cap is reached when it cut something, and stood below when something counted whole. */
function observeEvents(set: IndicatorSet, field: Field<Decimal>, see: See): void {
  for (const events of field.verdicts.events) {
    const claimed = new Map<string, Decimal>();
    const add = (key: string, amount: Decimal): void => {
      claimed.set(key, (claimed.get(key) ?? decimal(0)).plus(amount));
    };
    for (const one of events) {
      if (one.effect === 'veto' || one.reason === 'otherYear' || one.reason === 'sameMatter')
        continue;
      const group = set.events.get(one.event.kind)?.group;
      add(`event:${one.event.kind}:cap`, one.claimed);
      if (group !== undefined) add(`group:${group}:cap`, one.claimed);
      add(`${one.effect}:cap`, one.claimed);
    }
    for (const [key, amount] of claimed) {
      const cap = capOf(set, key);
      if (cap !== undefined) see(key, amount.greaterThan(decimal(cap)) ? 'reached' : 'below');
    }
  }
}

function capOf(set: IndicatorSet, key: string): string | undefined {
  const [kind = '', id = ''] = key.split(':');
  if (kind === 'event') return set.events.get(id)?.cap;
  if (kind === 'group') return set.adjustments.groupCaps[id];
  return kind === 'bonus' ? set.adjustments.bonusCap : set.adjustments.penaltyCap;
}

function observeGrades(set: IndicatorSet, field: Field<Decimal>, see: See): void {
  const scores = field.column(set.grading.from === 'printed' ? columnOf.score : columnOf.exact);
  for (const cell of scores) {
    if (cell.status !== 'present') continue;
    for (const grade of set.grading.grades) {
      if (grade.atLeast === undefined) continue;
      see(`grade:${grade.id}`, cell.value.lessThan(decimal(grade.atLeast)) ? 'below' : 'reached');
    }
  }
}

import type { Decimal } from '../../kernel/decimal.js';
import { BOTH, scored, type Probe, type RuleKind, type RuleOf, type Side } from './rule-kind.js';

const BOUNDS = ['atLeast', 'above', 'atMost', 'below'] as const;
type Bound = (typeof BOUNDS)[number];

const SAYS: Readonly<Record<Bound, string>> = {
  atLeast: '大于等于',
  above: '大于',
  atMost: '小于等于',
  below: '小于',
};

/** Whether a bound holds, by the comparison of the value with it. */
const HOLDS: Readonly<Record<Bound, (comparison: number) => boolean>> = {
  atLeast: (comparison) => comparison >= 0,
  above: (comparison) => comparison > 0,
  atMost: (comparison) => comparison <= 0,
  below: (comparison) => comparison < 0,
};

/** On which side of its own edge a value stands: `above` and `atMost` turn just after it. */
function sideFor(bound: Bound, comparison: number): Side {
  const isPast = bound === 'above' || bound === 'atMost' ? comparison > 0 : comparison >= 0;
  return isPast ? 'reached' : 'below';
}

/**
 * 分档得分: the first band that holds gives the points.
 *
 * @example at least 95: 10, at least 90: 8, otherwise 0: 92 scores 8
 */
export const bands: RuleKind<RuleOf<'bands'>> = {
  score(rule, { arithmetic: a, value, formula }) {
    const sides: Record<string, Side> = {};
    for (const [index, band] of rule.bands.entries()) {
      let holds = true;
      for (const bound of boundsOf(band)) {
        const key = `${String(index)}.${bound}`;
        const edge = formula(key);
        if (edge.status !== 'present') return edge;
        const comparison = a.compare(value, edge.value);
        sides[key] = sideFor(bound, comparison);
        holds &&= HOLDS[bound](comparison);
      }
      if (holds) return scored(a.from(band.points), sides);
    }
    return scored(a.from(rule.otherwise), sides);
  },
  edges: (rule) =>
    rule.bands.flatMap((band, index) =>
      boundsOf(band).map((bound) => ({
        id: `${String(index)}.${bound}`,
        label: `第${String(index + 1)}档的界限（${SAYS[bound]}）`,
        sides: BOTH,
      })),
    ),
  probes(rule, { arithmetic: a, formula }, step) {
    return rule.bands.flatMap((band, index) =>
      boundsOf(band).flatMap((bound): readonly Probe[] => {
        const edge = `${String(index)}.${bound}`;
        const at = formula(edge);
        if (at.status !== 'present') return [];
        const turnsAfter = bound === 'above' || bound === 'atMost';
        const below: Decimal = turnsAfter ? at.value : a.subtract(at.value, step);
        const reached: Decimal = turnsAfter ? a.add(at.value, step) : at.value;
        return [
          { edge, side: 'below', value: below },
          { edge, side: 'reached', value: reached },
        ];
      }),
    );
  },
  words(rule, say) {
    const lines = rule.bands.map((band, index) => {
      const bounds = boundsOf(band).map(
        (bound) => `${SAYS[bound]}${say.formula(`${String(index)}.${bound}`)}${say.unit}`,
      );
      return `${bounds.join('且')}得${band.points}分`;
    });
    return `${lines.join('，')}，其余得${rule.otherwise}分`;
  },
};

function boundsOf(band: RuleOf<'bands'>['bands'][number]): readonly Bound[] {
  return BOUNDS.filter((bound) => band[bound] !== undefined);
}

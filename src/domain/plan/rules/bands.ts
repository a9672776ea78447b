import type { Expression } from '../../formula/index.js';
import { DECIMALS, type Arithmetic } from '../../kernel/arithmetic.js';
import { decimal, type Decimal } from '../../kernel/decimal.js';
import {
  probesAmong,
  scored,
  BOTH,
  type Edge,
  type RuleKind,
  type RuleOf,
  type Side,
} from './rule-kind.js';

const BOUNDS = ['atLeast', 'above', 'atMost', 'below'] as const;
type Bound = (typeof BOUNDS)[number];
type Band = RuleOf<'bands'>['bands'][number];

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
      boundsOf(band).flatMap((bound): readonly Edge[] => {
        const id = `${String(index)}.${bound}`;
        const sides = reachableSides(rule, index, bound);
        const label = `第${String(index + 1)}档的界限（${SAYS[bound]}）`;
        return sides.length === 0 ? [] : [{ id, label, sides }];
      }),
    ),
  probes(rule, situation, step) {
    const edges = rule.bands.flatMap((band, index) =>
      boundsOf(band).flatMap((bound) => {
        const at = situation.formula(`${String(index)}.${bound}`);
        return at.status === 'present' ? [{ id: `${String(index)}.${bound}`, at: at.value }] : [];
      }),
    );
    const { arithmetic: a } = situation;
    const values = [
      ...edges.flatMap(({ at }) => [at, a.subtract(at, step), a.add(at, step)]),
      ...between(
        a,
        edges.map(({ at }) => at),
      ),
    ];
    return edges.flatMap(({ id, at }) => {
      const nearest = [...values].sort((one, other) =>
        a.compare(one.minus(at).abs(), other.minus(at).abs()),
      );
      return probesAmong(bands, rule, situation, [id], nearest);
    });
  },
  words(rule, say) {
    const lines = rule.bands.map((band, index) => {
      const bounds = boundsOf(band).map(
        (bound) => `${SAYS[bound]}${say.formula(`${String(index)}.${bound}`)}`,
      );
      return `${bounds.join('且')}得${band.points}分`;
    });
    return `${lines.join('，')}，其余得${rule.otherwise}分`;
  },
};

function boundsOf(band: Band): readonly Bound[] {
  return BOUNDS.filter((bound) => band[bound] !== undefined);
}

/**
 * The sides of an edge on which a value can come to stand: a band above may take all values of
 * one side. Where an edge is computed from data, both are assumed.
 */
function reachableSides(rule: RuleOf<'bands'>, index: number, bound: Bound): readonly Side[] {
  const edges = rule.bands.slice(0, index + 1).map((band, position) =>
    boundsOf(band).map((one) => ({
      bound: one,
      at: constantOf(rule.formulas[`${String(position)}.${one}`]),
    })),
  );
  const known = edges.flat().flatMap(({ at }) => (at === undefined ? [] : [at]));
  const own = edges[index]?.find((edge) => edge.bound === bound)?.at;
  if (known.length < edges.flat().length || own === undefined) return BOTH;
  const isTaken = (value: Decimal): boolean =>
    edges
      .slice(0, index)
      .some((band) => band.every((edge) => HOLDS[edge.bound](value.comparedTo(edge.at ?? value))));
  const free = [...known, ...between(DECIMALS, known)].filter((value) => !isTaken(value));
  const sides = new Set(free.map((value) => sideFor(bound, value.comparedTo(own))));
  return BOTH.filter((side) => sides.has(side));
}

/** One value in each gap between edges, and one beyond either end. */
function between(a: Arithmetic<Decimal>, edges: readonly Decimal[]): readonly Decimal[] {
  const sorted = [...edges].sort((one, other) => a.compare(one, other));
  const [first] = sorted;
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return [];
  const gaps = sorted
    .slice(1)
    .map((edge, index) => a.divide(a.add(edge, sorted[index] ?? edge), a.from('2')));
  return [a.subtract(first, a.one), ...gaps, a.add(last, a.one)];
}

/** A formula that is a number and nothing else. */
function constantOf(expression: Expression | undefined): Decimal | undefined {
  if (expression?.kind === 'number') return decimal(expression.text);
  if (expression?.kind !== 'call' || expression.name !== 'negate') return undefined;
  return constantOf(expression.arguments[0])?.negated();
}

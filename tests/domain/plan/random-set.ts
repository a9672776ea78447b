import fc from 'fast-check';
import type { WrittenData, Written } from './build-set.js';
import { event } from './build-set.js';

/** A random set and a year's data for it, as texts, so that a counterexample reads like the field. */
export interface RandomYear {
  readonly set: string;
  readonly regions: string;
  readonly regionIds: readonly string[];
  readonly data: WrittenData;
}

interface Leaf {
  readonly points: number;
  readonly rule: string;
  readonly policy: string;
  readonly missing: string;
  readonly comparing: boolean;
}

const amount = fc.integer({ min: 0, max: 400 }).map((quarters) => String(quarters / 4));
const pointsWithin = (full: number) =>
  fc.integer({ min: 0, max: full * 4 }).map((quarters) => String(quarters / 4));
const better = fc.constantFrom('higher', 'lower');
const positive = fc.integer({ min: 1, max: 20 }).map((quarters) => String(quarters / 4));

/** A rule that looks at one region's value only. */
function ownRule(full: number): fc.Arbitrary<string> {
  const points = pointsWithin(full);
  return fc.oneof(
    fc
      .tuple(
        amount,
        positive,
        positive,
        fc.constantFrom('exact', 'started', 'completed'),
        better,
        points,
      )
      .map(
        ([target, minus, per, count, side, floor]) =>
          `{ kind: target, target: ${target}, minus: ${minus}, per: ${per}, count: ${count}, better: ${side}, floor: ${floor} }`,
      ),
    fc
      .tuple(amount, amount)
      .filter(([zeroAt, fullAt]) => zeroAt !== fullAt)
      .map(([zeroAt, fullAt]) => `{ kind: linear, zeroAt: ${zeroAt}, fullAt: ${fullAt} }`),
    fc
      .tuple(
        fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 3 }),
        points,
        points,
      )
      .map(([cuts, first, second]) => {
        const bands = [...cuts]
          .sort((a, b) => b - a)
          .map((cut, index) => `{ atLeast: ${cut}, points: ${index === 0 ? first : second} }`);
        return `{ kind: bands, bands: [${bands.join(', ')}] }`;
      }),
    fc
      .tuple(positive, points)
      .map(([minus, floor]) => `{ kind: missingItems, minus: ${minus}, floor: ${floor} }`),
    fc
      .tuple(points, positive, positive, fc.constantFrom('exact', 'completed'))
      .map(
        ([base, plus, per, count]) =>
          `{ kind: merit, base: ${base}, plus: ${plus}, per: ${per}, count: ${count} }`,
      ),
    fc
      .tuple(points, positive, better)
      .map(
        ([base, plus, side]) =>
          `{ kind: improvement, base: ${base}, plus: ${plus}, better: ${side} }`,
      ),
  );
}

/** A rule that compares the regions. */
const comparingRule: fc.Arbitrary<string> = fc.oneof(
  better.map((side) => `{ kind: proportionOfBest, better: ${side}, smallestField: 2 }`),
  better.map((side) => `{ kind: rank, better: ${side}, points: [1, 0.5], smallestField: 2 }`),
  fc
    .tuple(fc.constantFrom('minmax', 'rank', 'borda', 'prank', 'dist2max', 'zscore'), better)
    .map(
      ([method, side]) =>
        `{ kind: normalise, method: ${method}, better: ${side}, smallestField: 2 }`,
    ),
);

function leaf(isComparing: boolean): fc.Arbitrary<Leaf> {
  return fc.integer({ min: 1, max: 30 }).chain((points) =>
    fc.record({
      points: fc.constant(points),
      rule: isComparing ? comparingRule : ownRule(points),
      policy: fc.constantFrom('siblings', 'block', 'whole', 'rest'),
      missing: fc.constantFrom('refuse', 'zero', 'exclude', 'lastYear'),
      comparing: fc.constant(isComparing),
    }),
  );
}

const cell: fc.Arbitrary<Written | undefined> = fc.oneof(
  { weight: 16, arbitrary: amount },
  { weight: 1, arbitrary: fc.constantFrom('n/a', 'pending') },
  { weight: 1, arbitrary: fc.constant(undefined) },
);

/** What to leave out of random years. */
export interface Without {
  readonly comparing?: boolean;
  readonly gaps?: boolean;
}

/** Random trees (sums and means), rules, policies, data with gaps, and events. */
export function randomYear(without: Without = {}): fc.Arbitrary<RandomYear> {
  const leaves = fc.array(
    without.comparing === true
      ? leaf(false)
      : fc.oneof({ weight: 4, arbitrary: leaf(false) }, { weight: 1, arbitrary: leaf(true) }),
    { minLength: 2, maxLength: 6 },
  );
  const blocks = fc.array(
    fc.record({
      leaves,
      aggregate: fc.constantFrom(
        'sum',
        'sum',
        'sum',
        'arithmeticMean',
        'geometricMean',
        'harmonicMean',
      ),
      points: fc.integer({ min: 1, max: 40 }),
    }),
    { minLength: 1, maxLength: 3 },
  );
  return fc
    .tuple(blocks, fc.integer({ min: 2, max: 6 }))
    .chain(([tree, size]) => {
      const metrics = tree.flatMap((block, b) => block.leaves.map((_, l) => `m${b}_${l}`));
      const value = without.gaps === true ? amount : cell;
      const table = fc.array(
        fc.array(value, { minLength: metrics.length, maxLength: metrics.length }),
        {
          minLength: size,
          maxLength: size,
        },
      );
      const events = fc.array(
        fc.record({
          region: fc.integer({ min: 0, max: size - 1 }),
          kind: fc.constantFrom('award', 'local', 'incident', 'late', 'zero', 'down'),
          matter: fc.constantFrom('one', 'two', 'three'),
          month: fc.integer({ min: 1, max: 15 }),
        }),
        { maxLength: 5 },
      );
      return fc.tuple(fc.constant(tree), fc.constant(metrics), table, table, events);
    })
    .map(([tree, metrics, now, before, events]) => {
      const regionIds = now.map((_, index) => `r${index}`);
      const full = tree.reduce(
        (sum, block) =>
          sum +
          (block.aggregate === 'sum'
            ? block.leaves.reduce((points, one) => points + one.points, 0)
            : block.points),
        0,
      );
      const blocksText = tree.map((block, b) => {
        const children = block.leaves.map(
          (one, l) =>
            `      i${b}_${l}: { label: 指标${b}.${l}, points: ${one.points}, value: m${b}_${l}, notApplicable: { redistribute: ${one.policy} }, rule: ${one.rule.replace('points: [1, 0.5]', `points: [${one.points}, ${one.points / 2}]`)} }`,
        );
        const isSum = block.aggregate === 'sum';
        return `  b${b}:
    label: 块${b}
${isSum ? '' : `    points: ${block.points}\n    aggregate: ${block.aggregate}\n`}    children:
${children.join('\n')}`;
      });
      const firstLeaf = tree[0]?.aggregate === 'sum' ? 'i0_0' : 'b0';
      const set = `fullPoints: ${full}
metrics:
${tree
  .flatMap((block, b) =>
    block.leaves.map(
      (one, l) => `  m${b}_${l}: { label: 数${b}.${l}, type: amount, missing: ${one.missing} }`,
    ),
  )
  .join('\n')}
indicators:
${blocksText.join('\n')}
events:
  award: { label: 获奖, effect: bonus, points: { one: 2 } }
  local: { label: 特色, effect: bonus, points: { one: 1.5 }, target: ${firstLeaf} }
  incident: { label: 事件, effect: penalty, points: { one: 3 } }
  late: { label: 迟报, effect: penalty, points: { one: 1 }, target: ${firstLeaf} }
  zero: { label: 清零, effect: veto, veto: { zero: b0 } }
  down: { label: 降级, effect: veto, veto: { lower: 1 } }
adjustments: { bonusCap: 3 }
grading: { grades: { a: { label: 优, atLeast: ${full * 0.75}, quota: { count: 2 } }, b: { label: 良, atLeast: ${full / 2} }, c: { label: 差 } } }
`;
      const values = (rows: readonly (readonly (Written | undefined)[])[]) =>
        Object.fromEntries(
          regionIds.map((region, index) => [
            region,
            Object.fromEntries(
              metrics.flatMap((metric, column) => {
                const value = rows[index]?.[column];
                return value === undefined ? [] : [[metric, value]];
              }),
            ),
          ]),
        );
      return {
        set,
        regions: `regions:\n${regionIds.map((id, index) => `  ${id}: { name: 地区${index} }`).join('\n')}\n`,
        regionIds,
        data: {
          values: values(now),
          previous: values(before),
          events: events.map((one, index) =>
            event(regionIds[one.region] ?? '', one.kind, {
              id: `e${index}`,
              matter: one.matter,
              occurred: `${one.month > 12 ? '2025' : '2024'}-${String(((one.month - 1) % 12) + 1).padStart(2, '0')}-01`,
            }),
          ),
        },
      };
    });
}

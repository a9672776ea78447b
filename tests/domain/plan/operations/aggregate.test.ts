import { describe, expect, test } from 'vitest';
import { DECIMALS } from '../../../../src/domain/kernel/arithmetic.js';
import { decimal, decimalText } from '../../../../src/domain/kernel/decimal.js';
import { meanOf } from '../../../../src/domain/plan/index.js';
import { pointsOf, resultOf, score, setOf } from '../build-set.js';

const LINEAR = 'rule: { kind: linear, zeroAt: 0, fullAt: 1 }';

/** One block over two leaves with the given method; values are shares of full points. */
function block(method: string, x: string | number, y: string | number, weights = ['1', '1']) {
  const set = setOf(`fullPoints: 10
metrics:
  x: { label: 一, type: amount }
  y: { label: 二, type: amount }
indicators:
  b:
    label: 块
    points: 10
    aggregate: ${method}
    children:
      x: { label: 一, points: 5, weight: ${weights[0] ?? ''}, value: x, ${LINEAR} }
      y: { label: 二, points: 20, weight: ${weights[1] ?? ''}, value: y, ${LINEAR} }
`);
  return pointsOf(score(set, { values: { a: { x, y } } }), 'b')['a'];
}

describe('合成 (aggregate): the weighted mean of shares of full points, times the block’s points', () => {
  const rows: readonly (readonly [string, string | number, string | number, string[], string])[] = [
    ['arithmeticMean', '0.8', '0.4', ['1', '1'], '6'],
    ['arithmeticMean', '0.8', '0.4', ['3', '1'], '7'],
    ['arithmeticMean', '0.8', '0.4', ['0.75', '0.25'], '7'],
    ['geometricMean', '0.81', '0.64', ['1', '1'], '7.2'],
    ['geometricMean', '0.81', '0.64', ['5', '5'], '7.2'],
    ['geometricMean', '0.729', '0.125', ['2', '1'], '4.05'],
    ['geometricMean', 0, 1, ['1', '1'], '0'],
    ['harmonicMean', '0.5', '0.25', ['1', '1'], '3.33333333333333333333333333333'],
    ['harmonicMean', '0.6', '0.3', ['1', '2'], '3.6'],
    ['harmonicMean', 0, 1, ['1', '1'], '0'],
    ['powerMean, power: 2', '0.6', '0.8', ['1', '1'], '7.07106781186547524400844362105'],
    ['powerMean, power: 1', '0.8', '0.4', ['1', '1'], '6'],
    ['powerMean, power: -1', '0.5', '0.25', ['1', '1'], '3.33333333333333333333333333333'],
    ['powerMean, power: -1', 0, 1, ['1', '1'], '0'],
    ['powerMean, power: 2', 0, 1, ['1', '1'], '7.07106781186547524400844362105'],
    ['powerMean, power: 0.5', 0, 1, ['1', '1'], '2.5'],
  ];
  test.each(rows)('%s of %s and %s with weights %j is %5$s', (method, x, y, weights, points) => {
    const [name = '', power = ''] = method.split(', ');
    expect(block(power === '' ? name : `${name}\n    ${power}`, x, y, weights)).toBe(points);
  });

  test('what does not apply is left out of a mean; what is missing or pending stops it', () => {
    expect(block('arithmeticMean', 'n/a', '0.4')).toBe('4');
    expect(block('arithmeticMean', 'n/a', 'n/a')).toBe('notApplicable');
    expect(block('arithmeticMean', 'pending', '0.4')).toBe('pending');
    const set = setOf(`metrics:
  x: { label: 一, type: amount }
  y: { label: 二, type: amount }
indicators:
  b:
    label: 块
    points: 100
    aggregate: arithmeticMean
    children:
      x: { label: 一, value: x, ${LINEAR} }
      y: { label: 二, value: y, ${LINEAR} }
`);
    const run = score(set, { values: { a: { x: 1 }, b: { x: 'pending' } } });
    expect(pointsOf(run, 'b')).toMatchObject({ a: 'missing', b: 'pending' });
  });

  test('a mean of blocks that are sums re-weights within them', () => {
    const set = setOf(`metrics:
  x: { label: 一, type: amount }
  y: { label: 二, type: amount }
  z: { label: 三, type: amount }
indicators:
  top:
    label: 总
    points: 100
    aggregate: geometricMean
    children:
      sums:
        label: 和
        children:
          x: { label: 一, points: 3, value: x, ${LINEAR} }
          y: { label: 二, points: 1, value: y, ${LINEAR} }
      z: { label: 三, points: 7, value: z, ${LINEAR} }
`);
    const run = score(set, {
      values: { a: { x: 1, y: 0, z: '0.48' }, b: { x: '0.25', y: 'n/a', z: 1 } },
    });
    expect(pointsOf(run, 'sums')).toMatchObject({ a: '3', b: '1' });
    expect(pointsOf(run, 'top')).toMatchObject({ a: '60', b: '50' });
  });

  test('a mean whose parts do not apply gives its points away whole', () => {
    const set = setOf(`metrics:
  x: { label: 一, type: amount }
  z: { label: 三, type: amount }
indicators:
  b:
    label: 块
    points: 40
    aggregate: arithmeticMean
    children:
      x: { label: 一, value: x, ${LINEAR} }
  z: { label: 三, points: 60, value: z, ${LINEAR} }
`);
    const result = resultOf(score(set, { values: { a: { x: 'n/a', z: '0.5' } } }), 'a');
    expect(result.blocks['b']).toMatchObject({ status: 'notApplicable', fullPoints: '0' });
    expect(result.indicators['z']).toMatchObject({ points: '50', fullPoints: '100' });
    expect(result.score).toBe('50');
  });
});

test('only the proportions of weights matter', () => {
  const items = (factor: string) =>
    [
      ['1', '0.9'],
      ['2', '0.3'],
      ['0.5', '0.7'],
    ].map(([weight = '', share = '']) => ({
      weight: decimal(weight).times(decimal(factor)),
      share: decimal(share),
    }));
  for (const method of ['arithmeticMean', 'geometricMean', 'harmonicMean', 'powerMean'] as const) {
    const mean = (factor: string) =>
      decimalText(DECIMALS.settle(meanOf(DECIMALS, method, '3', items(factor))));
    expect(mean('7')).toBe(mean('1'));
  }
});

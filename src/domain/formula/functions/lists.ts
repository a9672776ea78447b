import { decimal, maxDecimal, minDecimal, type Decimal } from '../../kernel/decimal.js';
import type { FunctionEntry } from '../function-entry.js';
import { named } from '../wording.js';
import { at } from './arithmetic.js';

const LIST = {
  takes: 'number',
  gives: 'number',
  gaps: 'skipping',
  isCostly: false,
  arity: [1, Infinity],
} as const;

function sum(values: readonly Decimal[]): Decimal {
  return values.reduce((total, value) => total.plus(value));
}

/** Folds the first `count` floats, from the left. */
function folding(combine: (a: number, b: number) => number) {
  return (values: readonly number[], count: number): number => {
    let result = at(values, 0);
    for (let index = 1; index < count; index += 1) result = combine(result, at(values, index));
    return result;
  };
}

const sumFloats = folding((a, b) => a + b);

/** What looks at several numbers and leaves out those that do not apply. */
export const LIST_FUNCTIONS = {
  min: {
    ...LIST,
    decimal: (values) => values.reduce(minDecimal),
    float: folding(Math.min),
    words: named('最小值'),
  },
  max: {
    ...LIST,
    decimal: (values) => values.reduce(maxDecimal),
    float: folding(Math.max),
    words: named('最大值'),
  },
  sum: {
    ...LIST,
    decimal: sum,
    float: sumFloats,
    words: named('合计'),
  },
  mean: {
    ...LIST,
    decimal: (values) => sum(values).div(values.length),
    float: (values, count) => sumFloats(values, count) / count,
    words: named('平均值'),
  },
  count: {
    ...LIST,
    gaps: 'counting',
    decimal: (values) => decimal(values.length),
    float: (_values, count) => count,
    words: named('有数据的项数'),
  },
} as const satisfies Record<string, FunctionEntry>;

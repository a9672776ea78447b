import { clampDecimal, HUNDRED, roundHalfUp, settle, ZERO } from '../../kernel/decimal.js';
import type { FunctionEntry } from '../function-entry.js';
import { BINDING, held, named, whole } from '../wording.js';
import { at, divideFloats } from './arithmetic.js';

const STRICT = { takes: 'number', gives: 'number', gaps: 'strict', isCostly: false } as const;

/** 四舍五入 of a float: a tie that lies within the error of floats is a tie. */
function roundFloat(value: number, places: number): number {
  const factor = 10 ** places;
  const scaled = Math.abs(value) * factor;
  if (scaled >= 2 ** 52) return value;
  const rounded = Math.floor(scaled + 0.5 + Math.min(scaled * 1e-12, 1e-4)) / factor;
  return value < 0 ? -rounded : rounded;
}

/** What assessment schemes compute: rates, growth, bounds and rounding. */
export const ASSESSMENT_FUNCTIONS = {
  rate: {
    ...STRICT,
    arity: [2, 2],
    decimal: ([part = ZERO, base = ZERO]) =>
      base.isZero() ? 'zeroDenominator' : part.times(HUNDRED).div(base),
    float: (values) => divideFloats(at(values, 0), at(values, 1)) * 100,
    words: ([part, base]) => ({
      text: `${part ? held(part, BINDING.product) : ''}÷${base ? held(base, BINDING.power) : ''}×100%`,
      binding: BINDING.sum,
    }),
  },
  growth: {
    ...STRICT,
    arity: [2, 2],
    decimal: ([now = ZERO, before = ZERO]) => {
      const change = now.minus(before);
      return before.isZero() ? 'zeroDenominator' : change.times(HUNDRED).div(before.abs());
    },
    float: (values) => divideFloats(at(values, 0) - at(values, 1), Math.abs(at(values, 1))) * 100,
    words: ([now, before]) => ({
      text:
        now === undefined || before === undefined
          ? ''
          : `（${held(now, BINDING.sum)}－${held(before, BINDING.product)}）÷｜${before.text}｜×100%`,
      binding: BINDING.sum,
    }),
  },
  abs: {
    ...STRICT,
    arity: [1, 1],
    decimal: ([value = ZERO]) => value.abs(),
    float: (values) => Math.abs(at(values, 0)),
    words: (operands) => whole(`｜${operands.map(({ text }) => text).join('')}｜`),
  },
  clamp: {
    ...STRICT,
    arity: [3, 3],
    decimal: ([value = ZERO, low = ZERO, high = ZERO]) => clampDecimal(value, low, high),
    float: (values) => Math.max(at(values, 1), Math.min(at(values, 0), at(values, 2))),
    words: ([value, low, high]) =>
      whole(`（${value?.text ?? ''}，不低于${low?.text ?? ''}，不高于${high?.text ?? ''}）`),
  },
  round: {
    ...STRICT,
    arity: [2, 2],
    decimal: ([value = ZERO, places = ZERO]) => roundHalfUp(settle(value), places.toNumber()),
    float: (values) => roundFloat(at(values, 0), at(values, 1)),
    words: ([value, places]) =>
      named('四舍五入')([
        whole(value?.text ?? ''),
        whole(places?.text === '0' ? '取整数' : `保留${places?.text ?? ''}位小数`),
      ]),
  },
} as const satisfies Record<string, FunctionEntry>;

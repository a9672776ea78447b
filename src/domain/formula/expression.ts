/** Every operation that a formula can contain once it is compiled. */
export type FunctionName =
  | 'add'
  | 'subtract'
  | 'multiply'
  | 'divide'
  | 'negate'
  | 'power'
  | 'equal'
  | 'unequal'
  | 'less'
  | 'lessOrEqual'
  | 'greater'
  | 'greaterOrEqual'
  | 'and'
  | 'or'
  | 'not'
  | 'if'
  | 'min'
  | 'max'
  | 'clamp'
  | 'round'
  | 'sum'
  | 'mean'
  | 'count'
  | 'rate'
  | 'growth'
  | 'abs'
  | 'ln'
  | 'exp'
  | 'sqrt';

/**
 * A compiled formula: plain JSON data, part of the plan and of its hash. It carries no positions,
 * so that white space in the file changes no hash.
 *
 * @example the formula `failed / sampled`
 * // { kind: 'call', name: 'divide', arguments: [
 * //   { kind: 'metric', id: 'failed', yearsBack: 0 },
 * //   { kind: 'metric', id: 'sampled', yearsBack: 0 } ] }
 */
export type Expression =
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'metric'; readonly id: string; readonly yearsBack: number }
  | { readonly kind: 'target'; readonly id: string }
  | { readonly kind: 'parameter'; readonly id: string }
  | {
      readonly kind: 'call';
      readonly name: FunctionName;
      readonly arguments: readonly Expression[];
    };

/** What a formula gives: a number, or true and false. */
export type ValueType = 'number' | 'truth';

import type { Expression } from './expression.js';

/** One thing that a formula reads. */
export interface Reference {
  readonly kind: 'metric' | 'target' | 'parameter';
  readonly id: string;
  /** 0 for the assessed year; always 0 for targets and parameters. */
  readonly yearsBack: number;
}

/**
 * Everything that a formula reads, each once, by kind, then id, then year.
 *
 * @example the references of `growth(output) + weight`, with weight a parameter
 * // [ { kind: 'metric', id: 'output', yearsBack: 0 }, { kind: 'metric', id: 'output', yearsBack: 1 },
 * //   { kind: 'parameter', id: 'weight', yearsBack: 0 } ]
 */
export function referencesOf(expression: Expression): readonly Reference[] {
  const known = FOUND.get(expression);
  if (known !== undefined) return known;
  const found = uniqueReferences(readings(expression));
  FOUND.set(expression, found);
  return found;
}

/** A formula is never changed: what it reads is collected once. */
const FOUND = new WeakMap<Expression, readonly Reference[]>();

/** References without doubles, in order. */
export function uniqueReferences<T extends Reference>(references: readonly T[]): readonly T[] {
  const byKey = new Map(references.map((one) => [`${one.kind} ${one.id} ${one.yearsBack}`, one]));
  return [...byKey.values()].sort(
    (a, b) => order(a.kind, b.kind) || order(a.id, b.id) || a.yearsBack - b.yearsBack,
  );
}

function readings(expression: Expression): readonly Reference[] {
  switch (expression.kind) {
    case 'number':
      return [];
    case 'call':
      return expression.arguments.flatMap(readings);
    case 'metric':
      return [{ kind: 'metric', id: expression.id, yearsBack: expression.yearsBack }];
    case 'target':
    case 'parameter':
      return [{ kind: expression.kind, id: expression.id, yearsBack: 0 }];
  }
}

function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

import type { Decimal } from '../kernel/decimal.js';
import type { Expression, ValueType } from './expression.js';
import type { FormulaFault } from './formula-fault.js';
import type { ResolveName } from './resolve-name.js';

/** A part of a formula while it is being compiled. */
export interface Built {
  readonly expression: Expression;
  readonly type: ValueType;
  readonly column: number;
  readonly depth: number;
  readonly size: number;
  /** Its value where it reads nothing; true and false are 1 and 0. */
  readonly constant: Decimal | undefined;
}

/** What the compiling of one formula knows and gathers. */
export interface Building {
  readonly resolve: ResolveName;
  readonly faults: FormulaFault[];
  costlyCalls: number;
}

import { loadFormulaParser } from '../../../src/adapters/mathjs/load-formula-parser.js';
import {
  compileFormula,
  type CompiledFormula,
  type Expression,
  type NameMeaning,
  type Surroundings,
} from '../../../src/domain/formula/index.js';
import { decimal } from '../../../src/domain/kernel/decimal.js';
import {
  MISSING,
  NOT_APPLICABLE,
  PENDING,
  present,
  type Cell,
} from '../../../src/domain/kernel/status.js';

const parser = await loadFormulaParser();

/** In these tests a name that starts with `p_` is a parameter, every other one a metric. */
function resolve(id: string): NameMeaning {
  return { kind: id.startsWith('p_') ? 'parameter' : 'metric' };
}

/** Compiles a formula that must be right. */
export function compiled(text: string): CompiledFormula {
  const result = compileFormula(text, resolve, parser);
  if (!result.ok) throw new Error(`${text}: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** The expression of a formula that must be right. */
export function expressionOf(text: string): Expression {
  return compiled(text).expression;
}

/** A cell as a test writes it: a number, or `missing`, `n/a` or `pending`. */
export type Written = string | number;

const GAPS = new Map<Written, Cell>([
  ['missing', MISSING],
  ['n/a', NOT_APPLICABLE],
  ['pending', PENDING],
]);

/** Surroundings from a record; `x@1` is last year's x, `target x` its target. */
export function surroundingsOf(numbers: Readonly<Record<string, Written>>): Surroundings {
  const cell = (key: string): Cell => {
    const written = numbers[key] ?? 'missing';
    return GAPS.get(written) ?? present(decimal(written));
  };
  return {
    metric: (id, yearsBack) => cell(yearsBack === 0 ? id : `${id}@${yearsBack}`),
    target: (id) => cell(`target ${id}`),
    parameter: (id) => decimal(numbers[id] ?? 0),
  };
}

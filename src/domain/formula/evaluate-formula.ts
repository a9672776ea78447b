import { decimal, settle, type Decimal } from '../kernel/decimal.js';
import type { Cell } from '../kernel/status.js';
import type { Expression } from './expression.js';
import { SKIPPED_GAPS, type FunctionEntry } from './function-entry.js';
import { FUNCTIONS } from './functions.js';
import type { Gap, Outcome } from './outcome.js';
import { isWithinRange } from './ranges.js';
import { uniqueReferences } from './references-of.js';

/** Where a formula finds the numbers of one region in one year. */
export interface Surroundings {
  metric(id: string, yearsBack: number): Cell;
  target(id: string): Cell;
  parameter(id: string): Decimal;
}

/** A result that is no value. */
type Absence = Exclude<Outcome, { status: 'present' | 'truth' }>;
/** What a part of a formula gives; true and false are 1 and 0 until the end. */
type Part = Decimal | Absence;

/** The worst first: what is still to come may yet turn out to be anything. */
const WORST_FIRST = ['pending', 'missing', 'notApplicable', 'undefined'] as const;

/**
 * Computes a formula for one region: 40 digits inside, the result set to 30.
 *
 * Where a number is not there the result is not there either, and says because of which: pending
 * before missing before not applicable before undefined. `sum`, `mean`, `min` and `max` leave out
 * what does not apply; `count` counts what is there; `and` and `or` are settled by one side where
 * it decides; `if` looks only at the branch that it takes.
 *
 * @example failed / sampled with 364 of 16092 // { status: 'present', value: 0.0226199… }
 * @example failed / sampled with failed missing
 * // { status: 'missing', because: [{ kind: 'metric', id: 'failed', yearsBack: 0 }] }
 */
export function evaluateFormula(expression: Expression, surroundings: Surroundings): Outcome {
  const part = evaluate(expression, surroundings);
  if (isAbsence(part)) return part;
  if (expression.kind === 'call' && FUNCTIONS[expression.name].gives === 'truth') {
    return { status: 'truth', value: !part.isZero() };
  }
  return { status: 'present', value: settle(part) };
}

function isAbsence(part: Part): part is Absence {
  return 'status' in part;
}

function isValue(part: Part): part is Decimal {
  return !isAbsence(part);
}

function evaluate(expression: Expression, surroundings: Surroundings): Part {
  switch (expression.kind) {
    case 'number':
      return decimal(expression.text);
    case 'parameter':
      return surroundings.parameter(expression.id);
    case 'metric': {
      const { id, yearsBack } = expression;
      return cellPart(surroundings.metric(id, yearsBack), { kind: 'metric', id, yearsBack });
    }
    case 'target': {
      const { id } = expression;
      return cellPart(surroundings.target(id), { kind: 'target', id, yearsBack: 0 });
    }
    case 'call':
      return evaluateCall(expression, surroundings);
  }
}

function cellPart(cell: Cell, source: Gap): Part {
  return cell.status === 'present' ? cell.value : { status: cell.status, because: [source] };
}

function evaluateCall(
  call: Extract<Expression, { kind: 'call' }>,
  surroundings: Surroundings,
): Part {
  const entry = FUNCTIONS[call.name];
  if (entry.gaps === 'choosing') return choose(call.arguments, surroundings);
  const parts = call.arguments.map((argument) => evaluate(argument, surroundings));
  if (parts.every(isValue)) return compute(entry, parts);
  return evaluateWithGaps(entry, parts, parts.filter(isAbsence));
}

function compute(entry: FunctionEntry, values: readonly Decimal[]): Part {
  const result = entry.decimal(values);
  if (typeof result === 'string') return { status: 'undefined', reason: result };
  return isWithinRange(result) ? result : { status: 'undefined', reason: 'outOfRange' };
}

function choose(branches: readonly Expression[], surroundings: Surroundings): Part {
  const [condition, then, otherwise] = branches;
  if (condition === undefined || then === undefined || otherwise === undefined) {
    throw new RangeError('if takes three arguments');
  }
  const decided = evaluate(condition, surroundings);
  if (isAbsence(decided)) return decided;
  return evaluate(decided.isZero() ? otherwise : then, surroundings);
}

function evaluateWithGaps(
  entry: FunctionEntry,
  parts: readonly Part[],
  absences: readonly Absence[],
): Part {
  const values = parts.filter(isValue);
  switch (entry.gaps) {
    case 'skipping':
    case 'counting': {
      const skipped: readonly string[] = SKIPPED_GAPS[entry.gaps];
      const standing = absences.filter(({ status }) => !skipped.includes(status));
      if (standing.length > 0) return worstOf(standing);
      const isEmpty = values.length === 0 && entry.gaps === 'skipping';
      return isEmpty ? worstOf(absences) : compute(entry, values);
    }
    case 'deciding': {
      // What is there decides where it alone makes `and` false or `or` true.
      const decided = compute(entry, values);
      const isDecided = isValue(decided) && decided.comparedTo(neutralValue(entry)) !== 0;
      return isDecided ? decided : worstOf(absences);
    }
    case 'strict':
    case 'choosing':
      return worstOf(absences);
  }
}

/** What `and` and `or` are of nothing: true and false. */
function neutralValue(entry: FunctionEntry): Decimal {
  const neutral = entry.decimal([]);
  if (typeof neutral === 'string') throw new RangeError(neutral);
  return neutral;
}

/** The absence that the whole has, with everything that is absent in that same way. */
function worstOf(absences: readonly Absence[]): Absence {
  const status = WORST_FIRST.find((one) => absences.some((absence) => absence.status === one));
  const same = absences.filter((absence) => absence.status === status);
  const [first] = same;
  if (first === undefined) throw new RangeError('no absence to choose from');
  if (first.status === 'undefined') return first;
  const because = same.flatMap((absence) =>
    absence.status === 'undefined' ? [] : absence.because,
  );
  return { status: first.status, because: uniqueReferences(because) };
}

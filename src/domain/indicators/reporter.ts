import type { FormulaFault } from '../formula/index.js';
import type { Fault, LocatedDocument, Path, Place } from '../kernel/fault.js';
import type { SetFaultCode, SetWarningCode } from './set-fault-codes.js';

type Facts = Readonly<Record<string, string>>;

/** Collects what is wrong with a set, each with its place; nothing stops at the first fault. */
export interface Reporter {
  fault(code: SetFaultCode, path: Path, facts?: Facts, part?: 'key' | 'value'): void;
  warn(code: SetWarningCode, path: Path, facts?: Facts): void;
  formula(path: Path, faults: readonly FormulaFault[]): void;
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
}

/**
 * A reporter over the files of one set: a derived set's own file first, then its base's. A path
 * that stands in no file is placed at its nearest parent in the first one.
 */
export function createReporter(documents: readonly LocatedDocument[]): Reporter {
  const faults: Fault[] = [];
  const warnings: Fault[] = [];
  const placeOf = (path: Path, part: 'key' | 'value'): Place => {
    const [first, ...rest] = documents;
    if (first === undefined) throw new Error('a reporter needs a document');
    const holder = [first, ...rest].find((document) => holds(document.value, path)) ?? first;
    return holder.locate(path, part);
  };
  return {
    faults,
    warnings,
    fault(code, path, facts = {}, part = 'value') {
      faults.push({ code, ...placeOf(path, part), facts: { path: pathText(path), ...facts } });
    },
    warn(code, path, facts = {}) {
      warnings.push({ code, ...placeOf(path, 'value'), facts: { path: pathText(path), ...facts } });
    },
    formula(path, formulaFaults) {
      const place = placeOf(path, 'value');
      for (const fault of formulaFaults) {
        faults.push({
          code: fault.code,
          file: place.file,
          line: place.line,
          column: place.column + fault.column - 1,
          facts: { path: pathText(path), position: String(fault.column), ...fault.facts },
        });
      }
    },
  };
}

/** A path as a person reads it: indicators.pass_rate.rule. */
export function pathText(path: Path): string {
  return path.map((step) => (typeof step === 'number' ? `[${String(step + 1)}]` : step)).join('.');
}

function holds(value: unknown, path: Path): boolean {
  let here: unknown = value;
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return false;
    here = (here as Record<string | number, unknown>)[step];
  }
  return true;
}

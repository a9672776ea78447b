import type { FormulaFault } from '../formula/index.js';
import type { Fault, LocatedDocument, Path } from '../kernel/fault.js';
import type { SetFaultCode, SetWarningCode } from './set-fault-codes.js';

type Facts = Readonly<Record<string, string>>;

/** Collects what is wrong with a set, each with its place; nothing stops at the first fault. */
export interface Reporter {
  fault(code: SetFaultCode, path: Path, facts?: Facts, part?: 'key' | 'value'): void;
  warn(code: SetWarningCode, path: Path, facts?: Facts): void;
  formula(path: Path, faults: readonly FormulaFault[]): void;
  /** From now on leaves out what may only follow from parts of a file that were not read. */
  forgive(lost: readonly Path[]): void;
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
}

/**
 * A reporter over the files of one set: a derived set's own file first, then its base's. A fault
 * is placed in the first file that holds most of its path, at the nearest parent that is there.
 * What is wrong in one place for several indicators is told once.
 */
export function createReporter(documents: readonly LocatedDocument[]): Reporter {
  const faults = new Map<string, Fault>();
  const warnings = new Map<string, Fault>();
  const holderOf = (path: Path): LocatedDocument => {
    const [first, ...rest] = documents;
    if (first === undefined) throw new Error('a reporter needs a document');
    return rest.reduce(
      (best, one) => (depthHeld(one.value, path) > depthHeld(best.value, path) ? one : best),
      first,
    );
  };
  const lost: Path[] = [];
  const keep = (into: Map<string, Fault>, path: Path, fault: Fault): void => {
    if (lost.some((one) => mayFollow(fault, path, one))) return;
    const { code, file, line, column, facts } = fault;
    const key = JSON.stringify([code, file, line, column, Object.entries(facts).sort()]);
    if (!into.has(key)) into.set(key, fault);
  };
  return {
    get faults() {
      return [...faults.values()];
    },
    get warnings() {
      return [...warnings.values()];
    },
    fault(code, path, facts = {}, part = 'value') {
      const place = holderOf(path).locate(path, part);
      keep(faults, path, { code, ...place, facts: { path: pathText(path), ...facts } });
    },
    warn(code, path, facts = {}) {
      const place = holderOf(path).locate(path, 'value');
      keep(warnings, path, { code, ...place, facts: { path: pathText(path), ...facts } });
    },
    formula(path, formulaFaults) {
      const holder = holderOf(path);
      const start = holder.locate(path, 'value');
      for (const { code, column, facts } of formulaFaults) {
        const place = holder.locateText?.(path, column - 1) ?? {
          ...start,
          column: start.column + column - 1,
        };
        const where = { path: pathText(path), position: String(column) };
        keep(faults, path, { code, ...place, facts: { ...where, ...facts } });
      }
    },
    forgive(paths) {
      lost.push(...paths);
    },
  };
}

/** A path as a person reads it: indicators.pass_rate.rule.bands[1]. */
export function pathText(path: Path): string {
  return path
    .map((step, index) =>
      typeof step === 'number' ? `[${String(step + 1)}]` : `${index === 0 ? '' : '.'}${step}`,
    )
    .join('');
}

/** Sums that cannot be right when a part of the tree was not read. */
const SUMS = ['set-full-points-differ', 'node-points-differ'];

/** Whether a fault stands above or beside what was lost, names it or its holder, or adds it up. */
function mayFollow({ code, facts }: Fault, path: Path, lost: Path): boolean {
  const holder = lost.length > 2 ? lost.slice(0, -1) : lost;
  const shared = Math.min(path.length, holder.length);
  const isBeside =
    path.slice(0, shared).every((step, index) => step === holder[index]) &&
    !path.slice(shared).includes('children');
  const names = lost.slice(-2).map(String);
  return (
    isBeside ||
    Object.values(facts).some((fact) => names.includes(fact)) ||
    (SUMS.includes(code) && (lost[0] === 'indicators' || lost[0] === 'fullPoints'))
  );
}

function depthHeld(value: unknown, path: Path): number {
  let here: unknown = value;
  for (const [depth, step] of path.entries()) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return depth;
    here = (here as Readonly<Record<string | number, unknown>>)[step];
  }
  return path.length;
}

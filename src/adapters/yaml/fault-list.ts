import { compareFaults, type Fault } from '../../domain/kernel/fault.js';
import type { YamlFaultCode } from '../../messages/yaml-faults.js';
import type { PlaceAt } from './text-positions.js';

/** The most faults told of one file: a hostile one could bring a million. */
const MAX_FAULTS = 200;

/** Collects the faults of one file by their offsets. */
export interface FaultList {
  add(code: YamlFaultCode, offset: number, facts?: Readonly<Record<string, string>>): void;
  readonly isEmpty: boolean;
  /** Sorted by place; one fault a place, the first that was added. */
  all(): readonly Fault[];
}

/** An empty list of faults for one file. */
export function createFaultList(placeAt: PlaceAt): FaultList {
  const byOffset = new Map<number, Fault>();
  let untold = 0;
  return {
    add(code, offset, facts = {}) {
      if (byOffset.has(offset)) return;
      if (byOffset.size >= MAX_FAULTS) untold += 1;
      else byOffset.set(offset, { code, ...placeAt(offset), facts });
    },
    get isEmpty() {
      return byOffset.size === 0;
    },
    all() {
      const faults = [...byOffset.values()].sort(compareFaults);
      const last = faults.at(-1);
      if (untold === 0 || last === undefined) return faults;
      const { file, line, column } = last;
      const code: YamlFaultCode = 'yaml-more-faults';
      return [...faults, { code, file, line, column, facts: { count: String(untold) } }];
    },
  };
}

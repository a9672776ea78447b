import type { Refusal } from '../app/refusal.js';
import type { Fault } from '../domain/kernel/fault.js';
import { faultMessage } from '../messages/index.js';
import { problemOf } from './problem.js';
import type { Problem, ToldFault } from './schemas/problem.schema.js';

/** Faults with their sentences. */
export function tellFaults(faults: readonly Fault[]): ToldFault[] {
  return faults.map((fault) => {
    const { file, sheet, line, column, code } = fault;
    const place = { file, ...(sheet === undefined ? {} : { sheet }), line, column };
    return { ...place, code, ...faultMessage(fault) };
  });
}

/** The problem that a refusal is; `of` tells whose faults it speaks of. */
export function tellRefusal(refusal: Refusal, of: 'set' | 'data'): Problem {
  switch (refusal.kind) {
    case 'faults': {
      // Where the set lies on this machine is nobody's business outside it.
      if (of === 'set') return problemOf('set-faults');
      return problemOf('data-faults', {
        detail: `共 ${String(refusal.faults.length)} 处错误，逐条改正后重试。`,
        faults: tellFaults(refusal.faults),
      });
    }
    case 'unknownSet':
      return problemOf('unknown-set');
    case 'data':
      return refusal.status === 'unreadable'
        ? problemOf('data-unreadable', { detail: `不认识「${refusal.path}」这种文件。` })
        : problemOf('data-empty');
    case 'unknownName':
      return problemOf(refusal.what === 'region' ? 'unknown-region' : 'unknown-indicator');
    case 'print':
      return refusal.fault.code === 'unknown-template'
        ? problemOf('unknown-template')
        : problemOf('print-failed');
  }
}

import type { IndicatorSet } from '../domain/indicators/index.js';
import type { Fault } from '../domain/kernel/fault.js';
import { success, type Result } from '../domain/kernel/result.js';
import { digestOf } from '../domain/scoring/index.js';
import { loadSet } from './load-set.js';
import type { Ports } from './ports.js';
import type { Refusal } from './refusal.js';

/** A set that holds, with what is still worth a look. */
export interface ValidatedSet {
  readonly set: IndicatorSet;
  readonly digest: string;
  readonly warnings: readonly Fault[];
}

/** 校验: checks an indicator set without any data. */
export async function validateSet(
  ports: Ports,
  reference: string,
): Promise<Result<ValidatedSet, Refusal>> {
  const loaded = await loadSet(ports, reference);
  if (!loaded.ok) return loaded;
  const { set, warnings } = loaded.value;
  return success({ set, digest: digestOf(set, ports.sha256), warnings });
}

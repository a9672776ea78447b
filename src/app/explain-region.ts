import { failure, success, type Result } from '../domain/kernel/result.js';
import { explainScore, type Derivation } from '../domain/scoring/index.js';
import { findRegion } from './find-region.js';
import type { DataChoice } from './load-year.js';
import type { Ports } from './ports.js';
import type { Refusal } from './refusal.js';
import { scoreSet } from './score-set.js';

/** 推导: explains one region's result, or its points for one indicator. */
export async function explainRegion(
  ports: Ports,
  reference: string,
  choice: DataChoice & { readonly region: string; readonly indicator?: string | undefined },
): Promise<Result<Derivation, Refusal>> {
  const scored = await scoreSet(ports, reference, choice);
  if (!scored.ok) return scored;
  const { set, run } = scored.value;
  const region = findRegion(set, choice.region);
  if (!region.ok) return region;
  const { indicator } = choice;
  if (indicator === undefined) return success(explainScore(set, run, region.value.id));
  const leaves = [...set.nodes.values()].filter((node) => node.kind === 'indicator');
  const leaf = leaves.find(
    (node) => node.id === indicator || node.number === indicator || node.label === indicator,
  );
  if (leaf === undefined) {
    const known = leaves.map((node) => `${node.id}（${node.number} ${node.label}）`);
    return failure({ kind: 'unknownName', what: 'indicator', name: indicator, known });
  }
  return success(explainScore(set, run, region.value.id, leaf.id));
}

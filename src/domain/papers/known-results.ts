import type { IndicatorSet } from '../indicators/index.js';
import { parseDecimal, decimalText, printDecimal } from '../kernel/decimal.js';
import type { IndicatorResult, RegionResult, Run } from '../scoring/index.js';

/** What a run knows beside the words of one document. */
export interface KnownResults {
  /** The names of all regions, former ones too. */
  readonly names: readonly string[];
  /** Every score, rank and value of the run, to the places to which people write them. */
  readonly numbers: readonly string[];
}

/** To how many places a sentence rounds. */
const PLACES = [0, 1, 2];

/** Collects what a free sentence of a document may speak of. */
export function knownResults(set: IndicatorSet, run: Run): KnownResults {
  const regions = [...set.regions.all.values()];
  const total = set.regions.total === undefined ? [] : [set.regions.total.name];
  const names = regions.flatMap(({ name, namings }) => [name, ...namings.map((one) => one.name)]);
  const numbers = new Set<string>();
  for (const text of run.regions.flatMap(numbersOfRegion)) {
    const value = parseDecimal(text);
    if (value === undefined) continue;
    numbers.add(text);
    for (const places of PLACES) numbers.add(printDecimal(value.abs(), places));
  }
  return { names: [...new Set([...names, ...total])], numbers: [...numbers] };
}

function numbersOfRegion(result: RegionResult): readonly string[] {
  const { score, baseScore, bonus, penalty, rank, groupRank, indicators, blocks } = result;
  const own = [score, baseScore, bonus, penalty, String(rank ?? ''), String(groupRank ?? '')];
  const parts = [...Object.values(indicators), ...Object.values(blocks)].flatMap(numbersOfResult);
  return [...own.filter((text) => text !== null), ...parts];
}

function numbersOfResult(result: IndicatorResult): readonly string[] {
  const { value, points, fullPoints, selfPoints } = result;
  const lost =
    points === null ? undefined : parseDecimal(fullPoints)?.minus(parseDecimal(points) ?? 0);
  return [
    value,
    points,
    fullPoints,
    selfPoints,
    lost === undefined ? null : decimalText(lost),
  ].filter((text) => text !== null);
}

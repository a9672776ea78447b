import type { Finding } from '../domain/metrics/index.js';
import { FOLDED_FINDINGS, type FoldedFinding } from '../messages/folded-findings.js';
import { findingMessage } from '../messages/index.js';

/** One line of a report: a finding, or many of a kind at once. */
export interface FoldedLine {
  readonly level: Finding['level'];
  readonly code: string;
  /** Where it stands; many at once stand nowhere. */
  readonly place: Finding['place'];
  readonly text: string;
}

/** So many of a kind are still read one by one. */
const FEW = 3;
/** So many names are listed. */
const MOST_NAMES = 8;

/**
 * The lines that tell some findings. What is absent everywhere is told once: while a year's data come
 * in, hundreds of lines on what is not yet there would hide the one on what is wrong. What stands at
 * a cell keeps its line where cells are told.
 *
 * @param sayAt the sentence of one finding beside its cell; without it no cells are told
 */
export function foldFindings(
  findings: readonly Finding[],
  sayAt?: (finding: Finding) => string,
): readonly FoldedLine[] {
  const say = sayAt ?? findingMessage;
  const isFree = ({ code, place }: Finding): boolean =>
    FOLDED_FINDINGS[code] !== undefined && (sayAt === undefined || place === undefined);
  const groups = groupedByKind(findings.filter(isFree));
  const told = new Set<readonly Finding[]>();
  return findings.flatMap((finding): readonly FoldedLine[] => {
    const { level, code, place } = finding;
    const group = groups.get(finding);
    const folded = FOLDED_FINDINGS[code];
    if (group === undefined || folded === undefined || group.length <= FEW) {
      return [{ level, code, place, text: say(finding) }];
    }
    if (told.has(group)) return [];
    told.add(group);
    return [{ level, code, place: undefined, text: sentenceOf(group, folded) }];
  });
}

/** Regions of which the same is absent stand together. */
function groupedByKind(findings: readonly Finding[]): ReadonlyMap<Finding, readonly Finding[]> {
  const byRegion = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.level, finding.code, finding.region]);
    byRegion.set(key, [...(byRegion.get(key) ?? []), finding]);
  }
  const alike = new Map<string, Finding[]>();
  for (const own of byRegion.values()) {
    const [first] = own;
    if (first === undefined) continue;
    const key = JSON.stringify([first.level, first.code, own.map(nameOf)]);
    alike.set(key, [...(alike.get(key) ?? []), ...own]);
  }
  return new Map([...alike.values()].flatMap((group) => group.map((one) => [one, group] as const)));
}

function nameOf({ code, facts }: Finding): string {
  return facts[FOLDED_FINDINGS[code]?.fact ?? ''] ?? '';
}

function sentenceOf(group: readonly Finding[], { what, todo }: FoldedFinding): string {
  const regions = [
    ...new Set(group.map(({ facts }) => facts['regionName'] ?? facts['region'] ?? '')),
  ];
  const names = [...new Set(group.map(nameOf))];
  const each = regions.length > 1 ? '各有' : '有';
  const count = `${String(names.length)} 项${what}`;
  return `${listed(regions, '个地区')}${each} ${count}：${listed(names, '项')}。${todo}。`;
}

function listed(names: readonly string[], unit: string): string {
  if (names.length <= MOST_NAMES) return names.join('、');
  return `${names.slice(0, MOST_NAMES).join('、')}等 ${String(names.length)} ${unit}`;
}

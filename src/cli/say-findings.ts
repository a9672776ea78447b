import type { FindingPart } from '../domain/documents/index.js';
import type { IndicatorSet } from '../domain/indicators/index.js';
import type { Finding } from '../domain/metrics/index.js';
import { findingMessage } from '../messages/index.js';
import { foldFindings } from './fold-findings.js';
import type { Terminal } from './terminal.js';

/** 错误、提醒、说明 as they are printed. */
export const LEVEL_WORDS: Readonly<Record<Finding['level'], string>> = {
  error: '错误',
  warning: '提醒',
  note: '说明',
};

/** A finding as a document prints it. */
export function sayFinding(set: IndicatorSet | undefined, finding: Finding): FindingPart {
  return {
    level: finding.level,
    levelText: LEVEL_WORDS[finding.level],
    message: findingMessage(finding),
    region: finding.region ?? '',
    regionName:
      set?.regions.all.get(finding.region ?? '')?.name ??
      finding.facts['regionName'] ??
      finding.facts['region'] ??
      '',
  };
}

/** How many there are of each level, those of which there are none left out. */
export function countFindings(findings: readonly Finding[]): readonly string[] {
  return (['error', 'warning', 'note'] as const)
    .map((level) => [level, findings.filter((one) => one.level === level).length] as const)
    .filter(([, count]) => count > 0)
    .map(([level, count]) => `${LEVEL_WORDS[level]}${String(count)}条`);
}

/** Lists the findings on stderr, errors first. */
export function listFindings(terminal: Terminal, findings: readonly Finding[]): void {
  if (findings.length === 0) return;
  const levels = ['error', 'warning', 'note'] as const;
  terminal.say(`数据核对：${countFindings(findings).join('，')}\n`);
  for (const level of levels) {
    for (const { code, text } of foldFindings(findings.filter((one) => one.level === level))) {
      terminal.say(`  [${LEVEL_WORDS[level]}] ${text}（${code}）\n`);
    }
  }
}

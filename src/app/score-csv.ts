import { gradeLabel } from '../domain/indicators/grade-label.js';
import { csvLine } from '../domain/kernel/csv-line.js';
import type { ScoredYear } from './score-set.js';

/** The result as CSV by RFC 4180: a line a region, a column an indicator, numbers unrounded. */
export function scoreCsv({ set, run }: ScoredYear): string {
  const leaves = [...set.nodes.values()].filter((node) => node.kind === 'indicator');
  const head = [
    '名次',
    '地区',
    '代码',
    '代号',
    '分组',
    '组内名次',
    '总分',
    '加减分前',
    '加分',
    '扣分',
    '否决前等级',
    '等级',
  ];
  const lines = run.regions.map((result) => {
    const region = set.regions.assessed.find((one) => one.id === result.id);
    const group =
      result.group === null ? '' : (set.regions.groups.get(result.group) ?? result.group);
    return [
      result.rank === null ? '' : String(result.rank),
      region?.name ?? result.id,
      region?.code ?? '',
      result.id,
      group,
      result.groupRank === null ? '' : String(result.groupRank),
      result.score ?? '',
      result.baseScore ?? '',
      result.bonus,
      result.penalty,
      gradeLabel(set, result.gradeBeforeVeto) ?? '',
      gradeLabel(set, result.grade) ?? '',
      ...leaves.map((leaf) => result.indicators[leaf.id]?.points ?? ''),
    ];
  });
  return [[...head, ...leaves.map((leaf) => leaf.label)], ...lines].map(csvLine).join('');
}

import type { Comparison, ComparedRegion } from '../app/compare-sets.js';
import { plainTable } from './plain-table.js';

/** 规则变更对照表: every region's score, rank and grade before and after. */
export function diffTable({ before, after, regions, isUnchanged }: Comparison): string {
  const title = `规则变更对照：${before.set.id} ${before.set.version} → ${after.set.id} ${after.set.version}`;
  const grade = (scored: typeof before, id: string | null): string =>
    scored.set.grading.grades.find((one) => one.id === id)?.label ?? '—';
  const table = plainTable(
    [
      '地区',
      '总分（前）',
      '总分（后）',
      '变动',
      '名次（前）',
      '名次（后）',
      '等级（前）',
      '等级（后）',
    ],
    regions.map((region) => [
      region.name,
      scoreText(before, region.before.score),
      scoreText(after, region.after.score),
      region.scoreChange === null ? '—' : signed(region.scoreChange),
      rank(region.before.rank),
      rank(region.after.rank),
      grade(before, region.before.grade),
      grade(after, region.after.grade),
    ]),
    [1, 2, 3, 4, 5],
  );
  const moved = regions.flatMap((region) => movedLines(region));
  return (
    `${title}\n${table}` +
    (isUnchanged
      ? '没有任何变动。\n'
      : moved.length === 0
        ? ''
        : `得分有变动的指标：\n${moved.join('')}`)
  );
}

/** As many places as the set prints. */
function scoreText({ set }: Comparison['before'], score: string | null): string {
  if (score === null) return '—';
  const [whole = '0', fraction = ''] = score.split('.');
  return set.scorePlaces === 0 ? whole : `${whole}.${fraction.padEnd(set.scorePlaces, '0')}`;
}

function rank(value: number | null): string {
  return value === null ? '—' : String(value);
}

function signed(change: string): string {
  return change.startsWith('-') || change === '0' ? change : `+${change}`;
}

function movedLines(region: ComparedRegion): readonly string[] {
  return region.moved.map(
    (one) => `  ${region.name}　${one.label}：${one.before ?? '无'} → ${one.after ?? '无'}\n`,
  );
}

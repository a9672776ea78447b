import type { ScoredYear } from '../app/score-set.js';
import { buildReport } from '../app/report-of.js';
import { plainTable } from './plain-table.js';

/** The ranked result as a table, with what it is and what it is not above it. */
export function scoreTable(scored: ScoredYear): string {
  const { set, run } = scored;
  const report = buildReport(scored);
  const hasGrades = report.grades.length > 0;
  const hasEvents = set.events.size > 0;
  const head = [
    '名次',
    '地区',
    '总分',
    ...(hasGrades ? ['等级'] : []),
    ...(hasEvents ? ['加分', '扣分'] : []),
    ...report.columns.map((column) => `${column.label}（${column.fullPoints}）`),
    ...(report.groups.length > 0 ? ['分组', '组内名次'] : []),
  ];
  const rows = report.regions.map((region) => [
    region.rank,
    region.name,
    region.score,
    ...(hasGrades
      ? [
          region.grade === region.gradeBeforeVeto
            ? region.grade
            : `${region.grade}（原${region.gradeBeforeVeto}）`,
        ]
      : []),
    ...(hasEvents ? [region.bonus, region.penalty] : []),
    ...region.cells,
    ...(report.groups.length > 0 ? [region.groupLabel, region.groupRank] : []),
  ]);
  const numbers = head.flatMap((title, index) =>
    /名次|分|（/.test(title) && title !== '分组' ? [index] : [],
  );
  return (
    `${report.set.title}　${report.periodText}\n` +
    (report.set.disclaimer === null ? '' : `【${report.set.disclaimer}】\n`) +
    plainTable(head, rows, numbers) +
    `体系 ${set.id} ${set.version}（${report.set.statusText}${
      set.status === 'issued' ? '' : '，结果不能作正式结果'
    }）　计分编号 ${run.runHash}\n`
  );
}

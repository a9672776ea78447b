import type { ScoredYear } from '../app/score-set.js';
import { viewResult } from '../app/result-view.js';
import { plainTable } from './plain-table.js';

/** The ranked result as a table, with what it is and what it is not above it. */
export function scoreTable(scored: ScoredYear): string {
  const { set, run } = scored;
  const view = viewResult(scored);
  const hasGrades = set.grading.grades.length > 0;
  const hasGroups = set.regions.groups.size > 0;
  const hasEvents = set.events.size > 0;
  const head = [
    '名次',
    '地区',
    '总分',
    ...(hasGrades ? ['等级'] : []),
    ...(hasEvents ? ['加分', '扣分'] : []),
    ...view.columns.map((column) => `${column.label}（${column.fullPoints}）`),
    ...(hasGroups ? ['分组', '组内名次'] : []),
  ];
  const rows = view.regions.map((region) => [
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
    ...region.cells.map(({ text, moved }) => (moved === '' ? text : `${text}/${moved}`)),
    ...(hasGroups ? [region.groupLabel, region.groupRank] : []),
  ]);
  const numbers = head.flatMap((title, index) =>
    /名次|分|（/.test(title) && title !== '分组' ? [index] : [],
  );
  return (
    `${view.set.title}　${view.period}\n` +
    (view.set.disclaimer === null ? '' : `【${view.set.disclaimer}】\n`) +
    plainTable(head, rows, numbers) +
    `体系 ${set.id} ${set.version}（${view.set.statusText}${
      set.status === 'issued' ? '' : '，结果不能作正式结果'
    }）　结果校验码 ${run.runHash}\n`
  );
}

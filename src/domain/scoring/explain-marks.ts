import type { Indicator, IndicatorSet } from '../indicators/index.js';
import type { Mark } from '../metrics/year-data.js';
import { columnOf } from '../plan/index.js';
import type { DerivationStep } from './derivation.js';
import type { ComputedRun } from './run.js';
import { readableCell, ruleInWords } from './words.js';

/** 评分环节 in the order of the year. */
export const STAGE_WORDS: Readonly<Record<Mark['stage'], string>> = {
  self: '自评',
  department: '部门评分',
  siteVisit: '实地核查',
  review: '复核',
};

const STAGES = Object.keys(STAGE_WORDS);

/** The marks that were given, stage by stage, and what the set makes of them. */
export function explainMarks(
  set: IndicatorSet,
  run: ComputedRun,
  leaf: Indicator,
  region: string,
): readonly DerivationStep[] {
  const index = run.field.indexOf(region) ?? 0;
  const given = [...(run.field.marks(leaf.id)[index] ?? [])].sort(
    (a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage),
  );
  const points = run.field.column(columnOf.points(leaf.id))[index];
  const fixed = leaf.notApplicable.regions.get(region);
  const exemptions = (run.field.exemptions?.(leaf.id) ?? []).filter((one) => one.region === region);
  const isGranted = exemptions.some(({ status }) => status === 'granted');
  return [
    ...given.map((mark): DerivationStep => {
      const marker =
        mark.stage === 'self'
          ? (set.regions.assessed.find((one) => one.id === mark.marker)?.name ?? mark.marker)
          : (set.departments.get(mark.marker) ?? mark.marker);
      const details = [
        mark.reason === undefined ? '' : `理由：${mark.reason}`,
        mark.evidence === undefined ? '' : `佐证：${mark.evidence}`,
        mark.date ?? '',
      ].filter(Boolean);
      return {
        operation: STAGE_WORDS[mark.stage],
        words: `${marker}评${mark.points}分${details.length === 0 ? '' : `（${details.join('；')}）`}`,
        numbers: null,
        result: null,
      };
    }),
    ...exemptions.map(({ status, by, reason }): DerivationStep => {
      const isAsked = status === 'asked';
      const name = isAsked
        ? (set.regions.all.get(by)?.name ?? by)
        : (set.departments.get(by) ?? by);
      return {
        operation: isAsked ? STAGE_WORDS.self : STAGE_WORDS.department,
        words: `${name}${isAsked ? '申请' : '核准'}不适用（理由：${reason}）`,
        numbers: null,
        result: null,
      };
    }),
    {
      operation: '计分',
      words: isGranted
        ? '经牵头单位核准，不适用'
        : fixed === undefined
          ? `${ruleInWords(set, leaf)}${given.some((mark) => mark.stage === 'review') ? '；以复核意见为准' : ''}`
          : `按规定不适用：${fixed}`,
      numbers: null,
      result:
        points?.status === 'present'
          ? `${readableCell(points)}分`
          : points === undefined
            ? null
            : points.status === 'pending'
              ? '待定：应评的分还没有评'
              : readableCell(points),
    },
  ];
}

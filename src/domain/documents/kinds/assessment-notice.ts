import { inCodeOrder, type IndicatorSet } from '../../indicators/index.js';
import { unitText } from '../../scoring/index.js';
import type { DocumentKind } from '../document-kind.js';
import { describeBase } from '../parts/describe-base.js';
import { describeEventRules, describeRubric } from '../parts/describe-rubric.js';
import { gradeRules } from '../parts/grade-rules.js';
import { assessmentNoticeSchema, type AssessmentNotice } from './assessment-notice.schema.js';

/**
 * 开展年度考核的通知, with 考核方案, 评分细则 and the forms to be filled in. It says what the set says,
 * before there is any result: nothing of a run is in it.
 */
export const assessmentNotice: DocumentKind<AssessmentNotice> = {
  id: 'assessment-notice',
  label: '开展年度考核的通知',
  per: 'all',
  direction: 'downward',
  restsOnResult: false,
  schema: assessmentNoticeSchema,
  build(source) {
    const { set, records } = source;
    const base = describeBase(source, assessmentNotice);
    const rubric = describeRubric(set);
    const assessed = set.regions.assessed.map(({ id, name, code }) => ({
      id,
      name,
      code: code ?? '',
    }));
    const targets = [...set.metrics.values()].filter(({ target }) => target !== undefined);
    return {
      ...base,
      organiser: records.scheme.organiser ?? '',
      assessed: inCodeOrder(assessed).map(({ id, name }) => ({ id, name })),
      blocks: describeBlocks(set),
      leafCount: rubric.filter((row) => row.isLeaf).length,
      gradeRules: gradeRules(set),
      method: totalRules(set),
      bonuses: describeEventRules(set, 'bonus'),
      penalties: describeEventRules(set, 'penalty'),
      vetoes: describeEventRules(set, 'veto'),
      bonusCap: set.adjustments.bonusCap ?? '',
      penaltyCap: set.adjustments.penaltyCap ?? '',
      consequences: set.consequences.map(({ text }) => text),
      steps: records.scheme.steps.map(({ title, until, who, text }) => ({
        ...{ title, text, until: until ?? '', who: who ?? '' },
      })),
      requirements: records.scheme.requirements,
      rubric,
      targets: targets.map(({ label, unit }) => ({ label, unit: unitText(unit) })),
      hasTargets: targets.length > 0,
      attachments: ['方案', '评分细则', '表格'].map(
        (what) => `${base.set.yearText}${base.set.matter}${what}`,
      ),
    };
  },
};

function describeBlocks(set: IndicatorSet): AssessmentNotice['blocks'] {
  const nodes = [...set.nodes.values()];
  return nodes
    .filter((node) => node.level === 1)
    .map((block) => ({
      label: block.label,
      fullPoints: block.fullPoints,
      parts: nodes
        .filter((node) => node.parent === block.id)
        .map((node) => `${node.label}（${node.fullPoints}分）`),
    }));
}

/** What the set decides of a total and a rank, as a scheme says it: no word of the machine. */
function totalRules(set: IndicatorSet): readonly string[] {
  const ties = set.ranking.tieBreak.map((id) => `“${set.nodes.get(id)?.label ?? id}”`);
  const basis = set.grading.from === 'printed' ? '保留后的总分' : '未舍入的总分';
  const decided = set.grading.grades.length > 0 ? '名次和等级' : '名次';
  return [
    `总分四舍五入保留${String(set.scorePlaces)}位小数，${decided}按${basis}确定；总分相同的${
      ties.length > 0 ? `依次比较${ties.join('、')}的得分，仍相同的` : ''
    }名次并列。`,
    '缺报的数据不作零分，也不作满分；有指标缺报或待定的，不计总分、不排名次。',
  ];
}

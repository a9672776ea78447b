/** What the kinds of figures are called, where a person sees one in Word or in a list. */
export const FIGURE_WORDS: Readonly<Record<string, string>> = {
  score: '总分',
  baseScore: '基础分',
  bonus: '加分',
  penalty: '扣分',
  rank: '名次',
  groupRank: '组内名次',
  group: '组别',
  grade: '等级',
  gradeBeforeVeto: '否决前等级',
  name: '名称',
  names: '名单',
  count: '个数',
  points: '得分',
  pointsLost: '失分',
  lost: '失分',
  fullPoints: '分值',
  selfPoints: '自评得分',
  self: '自评得分',
  target: '备案目标',
  government: '政府名称',
  value: '实际值',
  number: '发文字号',
  date: '成文日期',
};

/** The word for a kind of figure; the kind itself where there is none. */
export function figureWord(kind: string): string {
  return Object.hasOwn(FIGURE_WORDS, kind) ? (FIGURE_WORDS[kind] ?? kind) : kind;
}

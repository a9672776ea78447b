/** What is said once of many findings of one kind, before and behind the list of what they name. */
export interface FoldedFinding {
  readonly what: string;
  readonly todo: string;
  /** The fact that names what a finding is about. */
  readonly fact: string;
}

/** Findings that come by the hundred while a year's data are still on their way. */
export const FOLDED_FINDINGS: Readonly<Record<string, FoldedFinding>> = {
  'data-missing': {
    what: '缺报',
    todo: '请向填报单位收齐；有缺报的怎样计分，见方案的缺报规定',
    fact: 'metricName',
  },
  'score-mark-pending': {
    what: '还没有评分',
    todo: '得分待定，可以预览，不能审定；请牵头单位补评',
    fact: 'label',
  },
  'data-sample-absent': {
    what: '没有数据，看不出样本够不够',
    todo: '既不能当作 0，也不能当作够了',
    fact: 'metricName',
  },
};

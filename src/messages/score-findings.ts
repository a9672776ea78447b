type Facts = Readonly<Record<string, string>>;

/** What keeps a run from being approved, in Chinese. */
export const SCORE_FINDING_MESSAGES: Readonly<Record<string, (facts: Facts) => string>> = {
  'score-mark-pending': ({ region, label }) =>
    `${region ?? ''}的「${label ?? ''}」还没有评分，得分待定；可以预览，不能审定。请牵头单位补评。`,
  'score-tie-undecided': ({ region, score }) =>
    `${region ?? ''}以${score ?? ''}分在名额边界上同分，等级待定。请把决定（文件、理由、次序）记入数据的 decisions。`,
};

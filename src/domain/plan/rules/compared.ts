import { clampTo } from '../../kernel/arithmetic.js';
import { scored, type RuleKind, type RuleOf, type Scored, type Situation } from './rule-kind.js';

/** The share of full points that the regions' comparison gives, kept between nought and one. */
function shareOfFull<N>({ arithmetic: a, normalised, full }: Situation<N>): Scored<N> {
  if (normalised.status !== 'present') return normalised;
  return scored(a.multiply(clampTo(a, normalised.value, a.zero, a.one), full));
}

/**
 * 与最好的相比: the share of the best region's value.
 *
 * @example the best has 50, this region 40, full 10: 8 points
 */
export const proportionOfBest: RuleKind<RuleOf<'proportionOfBest'>> = {
  score: (_rule, situation) => shareOfFull(situation),
  edges: () => [],
  probes: () => [],
  words: (rule, say) =>
    `最好的地区得满分${say.full}分，其余按与最好值之比得分（${
      rule.better === 'higher' ? '越高越好' : '越低越好'
    }）；少于${String(rule.smallestField)}个地区有数时待定`,
};

const METHODS: Readonly<Record<RuleOf<'normalise'>['method'], string>> = {
  minmax: '极差标准化',
  scaled: '按固定上下标杆换算',
  zscore: '标准分',
  rank: '位次',
  borda: '博尔达位次',
  prank: '百分位次',
  fracmax: '与最大值之比',
  dist2max: '与最优值的距离',
  dist2ref: '与参照地区的距离',
  dist2targ: '与目标的距离',
  goalposts: '标杆值之间线性换算',
};

const EQUALS: Readonly<Record<NonNullable<RuleOf<'normalise'>['equal']>, string>> = {
  full: '；各地区的值全都相同时都按最好的计',
  zero: '；各地区的值全都相同时都按最差的计',
  middle: '；各地区的值全都相同时都取中间',
  missing: '；各地区的值全都相同时作缺报',
};

/** 归一化得分: a normalisation of the composite-indicator literature, as a share of full points. */
export const normalise: RuleKind<RuleOf<'normalise'>> = {
  score: (_rule, situation) => shareOfFull(situation),
  edges: () => [],
  probes: () => [],
  words: (rule, say) =>
    `${METHODS[rule.method]}（${rule.method}）后截在0与1之间，乘以分值${say.full}分；少于${String(
      rule.smallestField,
    )}个地区有数时待定${rule.equal === undefined ? '' : EQUALS[rule.equal]}`,
};

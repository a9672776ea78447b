import type { IndicatorSet } from '../indicators/index.js';

/** How a set rounds, ranks, grades and treats what is not there. */
export function methodSentences(set: IndicatorSet): readonly string[] {
  const basis = set.grading.from === 'printed' ? '印出的总分' : '未舍入的总分';
  const ties = set.ranking.ties === 'competition' ? '1、2、2、4' : '1、2、2、3';
  const tieBreak = set.ranking.tieBreak.map((id) => `“${set.nodes.get(id)?.label ?? id}”`);
  const hasEvents = set.events.size > 0;
  return [
    '计算用十进制数，过程保留40位有效数字，每个公式、计分规则、合成的结果取30位有效数字；四舍五入为逢五进一（绝对值）。',
    `总分四舍五入到${String(set.scorePlaces)}位小数，只舍入一次；名次${set.grading.grades.length > 0 ? '和等级' : ''}按${basis}确定。`,
    `同分并列，名次记为${ties}${tieBreak.length > 0 ? `；同分时依次比较${tieBreak.join('、')}的得分` : ''}。`,
    `缺报、零、不适用分别处理：缺报不作零分，也不作满分；有指标缺报或待定的地区不计总分、不排名次；不适用的分值${REDISTRIBUTION[commonPolicy(set)]}。`,
    ...(hasEvents
      ? [
          `加分、扣分、否决依次按${set.adjustments.order.map((step) => STEPS[step]).join('、')}进行，总分${
            set.adjustments.mayPassFullPoints ? '可以' : '不'
          }超过满分；${set.adjustments.dateCounts === 'occurred' ? '发生日期' : '认定日期'}在考核年度内的才计。`,
        ]
      : []),
  ];
}

const STEPS = { bonus: '加分', penalty: '扣分', veto: '否决与降级' } as const;

const REDISTRIBUTION = {
  siblings: '转入同级指标',
  block: '转入所在一级指标',
  whole: '转入其余全部指标',
  rest: '不转移，总分按其余指标的得分率折算',
} as const;

/** What most indicators do; an exception stands with the indicator itself. */
function commonPolicy(set: IndicatorSet): keyof typeof REDISTRIBUTION {
  const leaf = [...set.nodes.values()].find((node) => node.kind === 'indicator');
  return leaf?.kind === 'indicator' ? leaf.notApplicable.redistribute : 'siblings';
}

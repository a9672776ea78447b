import { describe, expect, test } from 'vitest';
import { ruleInWords } from '../../../src/domain/scoring/index.js';
import { setOf } from '../plan/build-set.js';

/** What one leaf says of its rule, out of ten. */
function words(leaf: string, unit = ''): string {
  const set = setOf(`fullPoints: 10
departments: { zjj: 省质监局, nmt: 省农牧厅 }
parameters: { goal: { label: 纲要目标, value: 96 } }
metrics:
  x: { label: 合格率, type: rate, target: { notFiled: 90 } }
  law: { label: 有制度, type: yesNo }
  plan: { label: 规划, type: level, levels: { area: 列入地区规划, none: 未列入 } }
indicators:
  i: { label: 指标, points: 10, ${unit === '' ? '' : `unit: '${unit}', `}${leaf} }
`);
  const node = set.nodes.get('i');
  if (node?.kind !== 'indicator') throw new Error('no leaf');
  return ruleInWords(set, node);
}

const rule = (text: string, unit?: string) => words(`value: x, rule: ${text}`, unit);

describe('a rule reads as a sentence of a scheme', () => {
  test.each([
    [
      rule('{ kind: target, target: 90, minus: 0.5 }', '%'),
      '达到90%得满分10分；每低1个百分点扣0.5分，不足的按比例，扣完为止',
    ],
    [
      rule('{ kind: target, target: target(x), minus: 1, per: 2, count: started, floor: 4 }', '起'),
      '达到合格率的备案目标得满分10分；每低2起扣1分，不足的按一个单位，最低得4分',
    ],
    [
      rule('{ kind: target, target: 2, better: lower, minus: 1, count: completed }', '起'),
      '不超过2起得满分10分；每高1起扣1分，不足的不计，扣完为止',
    ],
    [
      rule('{ kind: linear, zeroAt: 60, fullAt: goal }', '%'),
      '60%得0分，纲要目标（96）得满分10分，其间按线性计算',
    ],
    [
      rule(
        '{ kind: bands, bands: [{ atLeast: 95, points: 10 }, { above: 90, below: 95, points: 8 }], otherwise: 1 }',
      ),
      '大于等于95得10分，大于90且小于95得8分，其余得1分',
    ],
    [
      rule('{ kind: missingItems, minus: 2, of: 5 }'),
      '满分10分，每缺一项扣2分，扣完为止；5项全缺得0分',
    ],
    [
      rule('{ kind: merit, base: 6, plus: 1, per: 2, count: completed }', '项'),
      '基础分6分，每2项加1分（不足的不计），满分10分为止',
    ],
    [
      rule('{ kind: improvement, base: 5, plus: 1, per: 0.5 }', '%'),
      '与上年持平得5分，每提高0.5个百分点加1分，退步同样扣分，最低0分，满分10分为止',
    ],
    [
      rule('{ kind: proportionOfBest }'),
      '最好的地区得满分10分，其余按与最好值之比得分（越高越好）；少于4个地区有数时待定',
    ],
    [
      rule('{ kind: rank, better: lower, points: [10, 9], rest: 5 }'),
      '按值由低到高排名：第1名10分，第2名9分，其后5分；并列同分；少于4个地区有数时待定',
    ],
    [
      rule('{ kind: normalise, method: minmax, smallestField: 5 }'),
      '极差标准化（minmax）后截在0与1之间，乘以分值10分；少于5个地区有数时待定',
    ],
    [
      words('rule: { kind: levels, metric: plan, points: { area: 10, none: 0 } }'),
      '“列入地区规划”得10分，“未列入”得0分',
    ],
    [
      words('rule: { kind: levels, metric: law, points: { yes: 10, no: 0 } }'),
      '有制度为“是”得10分，有制度为“否”得0分',
    ],
    [words('rule: { kind: checklist, items: { law: 10 } }'), '逐项给分：有制度10分'],
    [
      words('lead: zjj, marks: { step: 0.5 }'),
      '评分指标：按部门评分，由牵头单位（省质监局）评分；满分10分，最小单位0.5分',
    ],
    [
      words(
        'lead: zjj, co: [nmt], marks: { stages: { department: 0.7, siteVisit: 0.3 }, joint: shares, shares: { zjj: 0.6, nmt: 0.4 } }',
      ),
      '评分指标：部门评分占70%、实地核查占30%；没有实地核查的地区沿用部门评分，按省质监局60%、省农牧厅40%合成；满分10分，最小单位0.1分',
    ],
  ])('%s', (said, wanted) => {
    expect(said).toBe(wanted);
  });
});

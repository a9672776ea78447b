/** A small set that uses most of the language and has no fault; faults are made of it. */
export const SOUND_SET = `language: 1
id: sound
version: 1.0.0
title: 无误的体系
status: issued
issued: { document: 示例〔2015〕1号, date: 2015-01-30 }
year: 2015
window: { from: 2015-01-01, to: 2015-12-31 }
fullPoints: 100
amendments:
  - { document: 示例〔2015〕2号, noticeDate: 2015-05-01, from: 2015-06-01, touches: [pass], summary: 调整目标 }
departments:
  market: 省质监局
  health: 省卫生计生委
parameters:
  goal: { label: 目标, value: 97 }
  dated: { label: 按期, values: [{ from: 2015-01-01, value: 5 }] }
metrics:
  sampled: { label: 抽检批次, type: count, min: 0, max: 9999 }
  failed: { label: 不合格批次, type: count, partOf: sampled, department: market }
  passed: { label: 合格批次, type: computed, formula: sampled - failed }
  stated: { label: 填报的合格率, type: stated }
  output: { label: 产值, type: amount, target: { atLeast: previous(output), notFiled: 1 } }
  open: { label: 是否公开, type: yesNo }
  depth: { label: 覆盖, type: level, levels: { full: 全面, part: 部分 } }
retired: { old_failed: failed, dropped: }
indicators:
  product:
    label: 产品质量
    points: 60
    children:
      pass:
        label: 合格率
        points: 20
        value: rate(passed, sampled)
        rule: { kind: target, target: goal, minus: 1 }
        sample: { metric: sampled, atLeast: 30 }
        lead: market
        co: [health]
      growth_rate:
        label: 产值
        points: 20
        value: output / target(output)
        rule:
          kind: bands
          bands:
            - { atLeast: 1, points: 20 }
            - { atLeast: 0.9, points: 10 }
      mean:
        label: 平均
        points: 20
        aggregate: arithmeticMean
        children:
          one: { label: 甲, value: sampled, rule: { kind: linear, zeroAt: 0, fullAt: 100 } }
          two: { label: 乙, weight: 2, value: failed, rule: { kind: normalise, method: goalposts, lower: 0, upper: 9 } }
  work:
    label: 工作
    children:
      opened: { label: 公开, points: 10, rule: { kind: levels, metric: open, points: { yes: 10, no: 0 } } }
      covered: { label: 覆盖, points: 10, rule: { kind: levels, metric: depth, points: { full: 10, part: 5 } } }
      listed: { label: 清单, points: 10, rule: { kind: checklist, items: { open: 10 } } }
      marked:
        label: 组织领导
        points: 10
        marks: { step: 0.5 }
        lead: market
        notApplicable: { regions: { yushu: 未设机构 } }
marking:
  stages: { department: 0.7, siteVisit: 0.3 }
events:
  award: { label: 质量奖, effect: bonus, points: { national: 2 }, group: honour, cap: 3 }
  accident: { label: 质量事故, effect: penalty, points: { grave: 5 }, target: pass }
  forged: { label: 弄虚作假, effect: veto, veto: { bar: b } }
adjustments: { bonusCap: 5, groupCaps: { honour: 4 } }
grading:
  grades:
    a: { label: A, atLeast: 90, quota: { percent: 30 } }
    b: { label: B, atLeast: 80 }
    c: { label: C }
ranking: { tieBreak: [pass] }
consequences:
  praise: { label: 表扬, kind: praise, text: 通报表扬, when: [{ grades: [a] }] }
checks:
  total: { kind: regionsTotal, metric: sampled }
  parts: { kind: parts, metric: sampled, parts: [passed, failed] }
  rate: { kind: statedRate, stated: stated, computed: 'rate(passed, sampled)' }
  small: { kind: sample, metric: sampled, atLeast: 30 }
  jump: { kind: jump, metric: sampled, percent: 50 }
  less: { kind: relation, that: failed <= sampled }
`;

/** Its regions. */
export const SOUND_REGIONS = `total: { id: qinghai, name: 青海省, code: 630000 }
groups: { east: 东部, south: 南部 }
regions:
  xining: { name: 西宁市, code: 630100, group: east }
  haidong:
    names:
      - { name: 海东地区, code: 632100, group: east }
      - { from: 2013-02-08, name: 海东市, code: 630200, group: east }
  yushu: { name: 玉树州, code: 632700, group: south }
`;

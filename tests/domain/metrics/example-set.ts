import { setOf } from './read-example.js';

/** A small set with one of everything that data can be about. */
export const exampleSet = setOf(
  `
language: 1
id: example
version: 1.0.0
title: 示例
status: draft
year: 2024
window: { from: 2024-01-01, to: 2024-12-31 }
departments: { zjj: 省质监局, zjt: 省住房城乡建设厅, nmt: 省农牧厅 }
metrics:
  sampled: { label: 抽检批次, unit: 批次, type: count, supplier: department, department: zjj }
  passed: { label: 合格批次, unit: 批次, type: count, partOf: sampled }
  failed: { label: 不合格批次, unit: 批次, type: count, missing: zero }
  pass_rate: { label: 合格率, unit: '%', type: computed, formula: 'rate(passed, sampled)', target: { atLeast: 90 } }
  stated: { label: 填报的合格率, unit: '%', type: stated, min: 0, max: 100 }
  works: { label: 竣工项数, unit: 项, type: count, department: zjt }
  spending: { label: 投入, unit: 万元, type: amount, min: 0, missing: lastYear }
  index: { label: 竞争力指数, type: published, supplier: thirdParty, missing: exclude }
  scheme: { label: 有无方案, type: yesNo }
  plan: { label: 纳入规划, type: level, levels: { full: 纳入, part: 部分纳入, none: 未纳入 } }
  story: { label: 做法, type: text }
retired: { samples: sampled, dropped: '' }
indicators:
  goals:
    label: 目标
    children:
      quality: { label: 质量, points: 40, value: pass_rate, rule: { kind: linear, zeroAt: 0, fullAt: 100 }, lead: zjj }
      building:
        label: 工程
        points: 20
        value: works
        rule: { kind: linear, zeroAt: 0, fullAt: 10 }
        lead: zjt
        notApplicable: { mayBeGranted: true }
      money: { label: 投入增长, points: 10, value: spending, rule: { kind: improvement, plus: 1 }, lead: zjj }
      planning: { label: 规划, points: 10, rule: { kind: levels, metric: plan, points: { full: 10, part: 5, none: 0 } }, lead: zjj }
  measures:
    label: 措施
    children:
      meeting: { label: 联席会议, points: 10, marks: { step: 0.5 }, lead: zjj, co: [nmt], notApplicable: { mayBeGranted: true } }
      panel: { label: 专家评议, points: 10, marks: { step: 1, raters: {} }, lead: zjj }
events:
  award: { label: 质量奖, effect: bonus, points: { national: 2, provincial: 1 }, levels: { national: 国家级 } }
  city: { label: 质量强市, effect: bonus, points: { provincial: 1 } }
  accident: { label: 质量事故, effect: veto, veto: { bar: a } }
grading: { grades: { a: { label: A级, atLeast: 90 }, b: { label: B级 } } }
checks:
  total: { kind: regionsTotal, metric: sampled, level: error, label: 抽检批次之和 }
  parts: { kind: parts, metric: sampled, parts: [passed, failed], level: error, label: 合格与不合格之和 }
  rate: { kind: statedRate, stated: stated, computed: pass_rate, label: 填报的合格率 }
  rate_loose: { kind: statedRate, stated: stated, computed: pass_rate, tolerance: 0.5, level: note, label: 相差半个百分点 }
  least: { kind: sample, metric: sampled, atLeast: 30, level: error, label: 样本不足 }
  small: { kind: sample, metric: sampled, atLeast: 100, level: warning, label: 样本偏小 }
  jump: { kind: jump, metric: sampled, percent: 50, level: note, label: 批次增减 }
  within: { kind: relation, that: passed <= sampled, level: error, label: 合格不多于抽检 }
`,
  `
total: { id: qinghai, name: 青海省, code: 630000 }
regions:
  xining: { name: 西宁市, code: 630100 }
  haidong:
    names:
      - { name: 海东地区, code: 632100 }
      - { from: 2013-02-08, name: 海东市, code: 630200 }
  old_zone: { name: 老开发区, until: 2023-06-30 }
  zone: { name: 新开发区, since: 2023-07-01, follows: [old_zone], by: rename }
`,
);

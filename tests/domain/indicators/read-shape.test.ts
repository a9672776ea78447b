import { describe, expect, it } from 'vitest';
import { faultMessage } from '../../../src/messages/index.js';
import { SOUND_REGIONS, SOUND_SET } from './sound-set.js';
import { faultsOf } from './written-set.js';

/** What the checker says to the sound set with one change. */
function said(from: string, to: string): readonly string[] {
  if (!SOUND_SET.includes(from)) throw new Error(`not there: ${from}`);
  const faults = faultsOf({ set: SOUND_SET.replace(from, to), regions: SOUND_REGIONS });
  return faults.map((fault) => {
    const { what, todo } = faultMessage(fault);
    return `${fault.code} ${what}${todo}`;
  });
}

describe('a key that is not known', () => {
  it.each([
    ['at the top', 'title: 无误的体系', 'titel: 无误的体系\ntitle: 甲', '「title」'],
    ['of a metric', 'min: 0,', 'mni: 0,', '「min」'],
    ['of a rule, by the kind of the rule', 'minus: 1 }', 'minus: 1, flor: 2 }', '「floor」'],
    ['of a band', '{ atLeast: 1, points: 20 }', '{ atLeats: 1, points: 20 }', '「atLeast」'],
    ['of a node deep down', 'weight: 2', 'wieght: 2', '「weight」'],
    ['of a map with fixed keys', 'siteVisit: 0.3', 'sitevisit: 0.3', '「siteVisit」'],
  ])('%s is answered with the nearest', (_where, from, to, near) => {
    expect(said(from, to).join('\n')).toContain(`是不是${near}`);
  });

  it('is answered with all keys when none is near', () => {
    expect(said('minus: 1 }', 'minus: 1, zzzzzz: 2 }').join()).toContain(
      '可用的键有：kind、target、better、minus、per、count、floor',
    );
  });

  it('that is the rest of a formula with a comma is answered with the quotes it wants', () => {
    expect(said("'rate(passed, sampled)' }", 'rate(passed, sampled) }').join()).toContain(
      '要给公式加引号',
    );
  });
});

describe('a key that is missing', () => {
  it.each([
    ['at the top', 'year: 2015\n', '', '缺少「year」'],
    ['of a rule', 'minus: 1', 'per: 1', '缺少「minus」'],
    ['of a choice', 'status: issued\n', '', '缺少「status」'],
    ['that decides on the others', 'kind: target, ', '', '缺少「kind」'],
  ])('%s is named', (_where, from, to, what) => {
    const found = said(from, to);

    expect(found).toHaveLength(1);
    expect(found[0]).toContain('set-missing-key');
    expect(found[0]).toContain(what);
  });

  it('is explained', () => {
    expect(said('year: 2015\n', '').join()).toContain('考核年度，即本年数据的期间，如 2015');
    expect(said('kind: target, ', '').join()).toContain('target、linear、bands');
  });
});

describe('a value of the wrong type', () => {
  it.each([
    ['a text for a map', 'parameters:\n', 'basis: 依据\nparameters:\n', '应是一组「代号: 内容」'],
    ['a text for a list', 'co: [health]', 'co: health', '应是列表'],
    ['a list for a text', 'title: 无误的体系', 'title: [甲, 乙]', '应是文字，这里是列表'],
    ['nothing for a text', 'label: 合格率', 'label:', '应是文字，这里是空的'],
    ['a text for yes or no', 'cap: 3', 'cap: 3, once: 是', '应是 true 或 false'],
    ['a map for a number', 'fullPoints: 100', 'fullPoints: { a: 1 }', '应是文字'],
  ])('is told: %s', (_what, from, to, what) => {
    const found = said(from, to);

    expect(found).toHaveLength(1);
    expect(found[0]).toContain('set-wrong-type');
    expect(found[0]?.replaceAll(/应是(?=[a-z])/g, '应是 ')).toContain(what);
  });
});

describe('a value that is not allowed', () => {
  it.each([
    [
      'a choice, with all choices and their meaning',
      'type: yesNo',
      'type: boolean',
      'count、amount、rate',
    ],
    ['a choice, with its meaning', 'type: yesNo', 'type: boolean', 'yesNo 是否'],
    ['a kind of rule', 'kind: checklist', 'kind: list', 'checklist、improvement'],
    ['an id', '  failed: {', '  Failed: {', '小写字母开头'],
    ['the id of a set', 'id: sound', 'id: 青海', 'qinghai-2015'],
    ['a version', 'version: 1.0.0', 'version: 1.0', '三个整数'],
    ['a date that the calendar lacks', 'to: 2015-12-31', 'to: 2015-02-30', '不是日历上有的日期'],
    ['a date in another style', 'to: 2015-12-31', 'to: 2015/12/31', '2015-02-28'],
    ['a month that there is not', 'to: 2015-12-31', 'to: 2015-13-01', '不是日历上有的日期'],
    ['a percent sign', 'minus: 1', 'minus: 1%', '97% 写 97'],
    ['a thousands comma', 'max: 9999', "max: '9,999'", '不写千分位逗号'],
    [
      'a whole number with a fraction',
      'tieBreak: [pass] }',
      'tieBreak: [pass] }\nscore: { round: 1.5 }',
      '这里要整数',
    ],
    [
      'a whole number too large',
      'tieBreak: [pass] }',
      'tieBreak: [pass] }\nscore: { round: 11 }',
      '不能大于 10',
    ],
    ['a whole number too small', 'cap: 3', 'cap: 3, veto: { lower: 0 }', '不能小于 1'],
    ['a version of the language', 'language: 1', 'language: 2', '不能大于 1'],
    ['an empty list', 'touches: [pass]', 'touches: []', '一项也没有'],
    ['an empty text', 'label: 合格率', "label: ' '", '没有写内容'],
    ['an empty formula', 'value: output / target(output)', "value: ''", '公式是空的'],
    ['the new id of a metric', 'old_failed: failed', 'old_failed: 不合格', '小写字母开头'],
  ])('is told: %s', (_what, from, to, what) => {
    const found = said(from, to);

    expect(found).toHaveLength(1);
    expect(found[0]).toContain('set-bad-value');
    expect(found[0]).toContain(what);
  });
});

import { describe, expect, test } from 'vitest';
import { feedbackLetter } from '../../../src/domain/documents/kinds/feedback-letter.js';
import { sampleSource, withoutRecords } from './sample-source.js';

const source = await sampleSource();
const letterTo = (region: string) => feedbackLetter.build(source, region);

describe('a 反馈意见函', () => {
  test.each(['xining', 'haidong', 'haibei', 'huangnan', 'hainan', 'guoluo', 'yushu', 'haixi'])(
    'to %s holds nothing of another prefecture: no name, no score',
    (region) => {
      const said = JSON.stringify(letterTo(region));
      for (const other of source.run.regions.filter(({ id }) => id !== region)) {
        const name = source.set.regions.assessed.find(({ id }) => id === other.id)?.name ?? '';
        expect(said).not.toContain(name);
        expect(said).not.toContain(`"${other.score ?? ''}"`);
      }
    },
  );

  test('goes to the prefecture’s own government under a number of its own', () => {
    expect(letterTo('haibei').paper).toMatchObject({
      addressees: '海北州人民政府',
      number: '示例函〔2015〕3号',
      issuer: '青海省质量工作联席会议办公室',
    });
  });

  test('tells as strengths only what reached full points, never what does not apply', () => {
    const { strengths, strengthsAreFull } = letterTo('guoluo');
    expect(strengthsAreFull).toBe(true);
    expect(strengths.map(({ label }) => label)).toContain('制定年度具体工作方案');
    expect(strengths.map(({ label }) => label)).not.toContain('大中型工程一次验收合格率');
    for (const { points, fullPoints } of strengths) expect(Number(points)).toBe(Number(fullPoints));
  });

  test('gives the marker’s own words for points lost, and value and target of a computed one', () => {
    const losses = new Map(letterTo('guoluo').losses.map((one) => [one.id, one]));
    expect(losses.get('brand')?.reason).toBe('品牌培育规划未配套奖励政策；未设立本级政府质量奖');
    expect(losses.get('mfg_pass_rate')?.reason).toBe('实际值84.21%，低于目标90%');
    expect(losses.get('mfg_pass_rate')?.clause).toBe('（七）（八）（十二）');
    expect(losses.get('planning_goals')?.reason).toMatch(/^只纳入部门规划。/);
  });

  test('adds up what was lost', () => {
    const { losses, lostTotal, result } = letterTo('guoluo');
    const sum = losses.reduce((total, { lost }) => total + Math.round(Number(lost) * 100), 0);
    expect(Math.round(Number(lostTotal) * 100)).toBe(sum);
    expect(Number(result.baseScore) + Number(lostTotal)).toBeCloseTo(100, 1);
  });

  test('tells events that counted, and why a grade was taken down', () => {
    expect(letterTo('haibei').penalties.map(({ points }) => points)).toEqual(['0.5', '1']);
    expect(letterTo('haixi').vetoText).toBe('瞒报、谎报，数据弄虚作假');
  });

  test('names what is to be put right with its clause and its deadline', () => {
    expect(letterTo('haidong').rectifications.map(({ deadline }) => deadline)).toEqual([
      '2015年12月20日',
      '2016年3月31日',
      '2015年12月10日',
    ]);
    expect(letterTo('haidong').rectifications[1]?.basis).toBe('评分细则1.1.2；任务（七）（八）');
    expect(letterTo('haidong').reportBy).toBe('2015年12月25日');
  });

  test('without records leaves number, date and deadline blank', () => {
    const blank = feedbackLetter.build(withoutRecords(source), 'xining');
    expect(blank.paper).toMatchObject({ number: null, date: null, addressees: '西宁市人民政府' });
    expect(blank.reportBy).toBeNull();
    expect(blank.rectifications).toEqual([]);
  });
});

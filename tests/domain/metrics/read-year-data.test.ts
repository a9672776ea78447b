import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exampleSet as set } from './example-set.js';
import { faultsOf, readTexts, shippedSet, withoutPlaces } from './read-example.js';

/** Rows of a CSV of values for 西宁市, 2024. */
function values(...rows: string[]): Record<string, string> {
  return { 'v.csv': ['地区,填报数据,数值,状态,核验人,理由', ...rows].join('\n') };
}

function marks(...rows: string[]): Record<string, string> {
  return { 'm.csv': ['地区,指标,环节,评分单位,得分,理由', ...rows].join('\n') };
}

function events(...rows: string[]): Record<string, string> {
  return { 'e.csv': ['编号,事项类别,级别,市州,份额,发生日期', ...rows].join('\n') };
}

function textOf(row: string): string | undefined {
  const [value] = readTexts(set, values(row)).values;
  return value?.status === 'present' ? value.text : value?.status;
}

describe('a submitted value', () => {
  it.each([
    ['西宁市,抽检批次,16092', '16092'],
    ['630100,sampled,１６０９２', '16092'],
    ['xining,抽检批次,"16,092"', '16092'],
    ['xining,抽检批次,"１６，０９２批次"', '16092'],
    ['xining,抽检批次, 0 ', '0'],
    ['xining,抽检批次,90.00', '90'],
    ['xining,samples,5', '5'],
    ['xining,填报的合格率,97.80%', '97.80'],
    ['xining,填报的合格率,97.8％', '97.8'],
    ['xining,投入,"1,234.50万元"', '1234.5'],
    ['xining,有无方案,是', 'yes'],
    ['xining,有无方案,TRUE', 'yes'],
    ['xining,有无方案,0', 'no'],
    ['xining,纳入规划,部分纳入', 'part'],
    ['xining,纳入规划,full', 'full'],
    ['xining,做法,无', '无'],
    ['海东地区,抽检批次,1', '1'],
    ['632100,抽检批次,1', '1'],
  ])('is read: %s', (row, text) => {
    expect(textOf(row)).toBe(text);
  });

  it.each(['', ' ', '缺报'])('that is blank (%j) is missing, which is no value at all', (blank) => {
    expect(readTexts(set, values(`西宁市,抽检批次,${blank}`)).values).toEqual([]);
  });

  it.each(['/', '—', '-', '不适用'])('of %s asks for not applicable', (sign) => {
    expect(textOf(`西宁市,竣工项数,${sign}`)).toBe('pending');
  });

  it('is not applicable once the lead department granted it with a reason', () => {
    const row = '西宁市,竣工项数,,核准不适用,省住房城乡建设厅,当年无竣工项目';
    const [value] = readTexts(set, values(row)).values;
    expect(value).toMatchObject({
      status: 'notApplicable',
      text: '',
      reason: '当年无竣工项目',
      provenance: { verifier: 'zjt' },
    });
  });

  it('is not applicable where a request and its grant come in two records', () => {
    const rows = ['西宁市,竣工项数,不适用,,,当年没有项目', '西宁市,竣工项数,,核准不适用,zjt,属实'];
    for (const order of [rows, rows.toReversed()]) {
      const read = readTexts(set, values(order.join('\n'))).values;
      expect(read.map(({ status, reason }) => [status, reason])).toEqual([
        ['notApplicable', '属实'],
      ]);
    }
  });

  it.each([
    ['西宁,抽检批次,1', 'data-unknown-region v.csv:2:1'],
    ['老开发区,抽检批次,1', 'data-region-not-assessed v.csv:2:1'],
    ['西宁市,抽捡批次,1', 'data-unknown-metric v.csv:2:2'],
    ['西宁市,合格率,98', 'data-computed-metric v.csv:2:2'],
    ['西宁市,抽检批次,无', 'data-value-none v.csv:2:3'],
    ['西宁市,抽检批次,若干', 'data-not-a-number v.csv:2:3'],
    ['西宁市,抽检批次,=1+1', 'data-not-a-number v.csv:2:3'],
    ['西宁市,抽检批次,"1,5"', 'data-number-ambiguous v.csv:2:3'],
    ['西宁市,抽检批次,1 234', 'data-number-ambiguous v.csv:2:3'],
    ['西宁市,抽检批次,1.6E+04', 'data-number-scientific v.csv:2:3'],
    ['西宁市,抽检批次,1234567890123456789012345678901', 'data-number-long v.csv:2:3'],
    ['西宁市,抽检批次,5%', 'data-percent-unit v.csv:2:3'],
    ['西宁市,抽检批次,1.5', 'data-not-whole v.csv:2:3'],
    ['西宁市,抽检批次,-1', 'data-out-of-range v.csv:2:3'],
    ['西宁市,填报的合格率,100.1', 'data-out-of-range v.csv:2:3'],
    ['西宁市,有无方案,大概', 'data-not-yes-no v.csv:2:3'],
    ['西宁市,纳入规划,写入', 'data-unknown-level v.csv:2:3'],
    ['西宁市,抽检批次,5,不知', 'data-unknown-status v.csv:2:4'],
    ['西宁市,抽检批次,5,缺报', 'data-status-with-value v.csv:2:4'],
    ['西宁市,抽检批次,5,核准不适用', 'data-status-with-value v.csv:2:4'],
    ['西宁市,抽检批次,,已报', 'data-status-without-value v.csv:2:4'],
    ['西宁市,竣工项数,,核准不适用,,无项目', 'data-granted-without-verifier v.csv:2:5'],
    ['西宁市,竣工项数,,核准不适用,省农牧厅,无项目', 'data-granted-by-other v.csv:2:5'],
    ['西宁市,竣工项数,,核准不适用,zjt,', 'data-granted-without-reason v.csv:2:6'],
    ['西宁市,合格批次,,核准不适用,zjj,无', 'data-granted-not-allowed v.csv:2:4'],
    [',抽检批次,5', 'data-missing-field v.csv:2:1'],
  ])('is refused: %s', (row, fault) => {
    expect(faultsOf(set, values(row))).toEqual([fault]);
  });

  it('said twice alike is one; said twice differently is a fault naming both places', () => {
    const row = '西宁市,抽检批次,5';
    expect(readTexts(set, values(row, row, 'xining,sampled,5.0')).values).toHaveLength(1);
    const yaml = 'metrics: {2024: {xining: {sampled: 6}}}';
    expect(faultsOf(set, { ...values(row), 'w.yaml': yaml })).toEqual([
      'data-contradiction w.yaml:1:36',
    ]);
  });

  it('of a dropped metric is set aside, not refused', () => {
    const data = readTexts(set, values('西宁市,抽检批次,5', '西宁市,dropped,7'));
    expect(data.values).toHaveLength(1);
    expect(data.skipped).toMatchObject([{ region: 'xining', metric: 'dropped', period: '2024' }]);
  });

  it('brings all faults of all files at once', () => {
    const faults = faultsOf(set, {
      ...values('西宁,抽检批次,若干', '西宁市,合格批次,1.5'),
      ...marks('西宁市,meeting,部门评分,zjj,11'),
      'w.yaml': 'period: 24',
    });
    expect(faults).toEqual([
      'data-mark-outside m.csv:2:5',
      'data-unknown-region v.csv:2:1',
      'data-not-a-number v.csv:2:3',
      'data-not-whole v.csv:3:3',
      'data-bad-period w.yaml:1:9',
    ]);
  });
});

describe('the period', () => {
  const of = (period: string) => `metrics: {${period}: {xining: {sampled: 5}}}`;

  it("is the header's, else the one asked for, else the set's year", () => {
    expect(readTexts(set, { 'a.yaml': `period: 2025-h1\n${of('2025-H1')}` }).period).toBe(
      '2025-H1',
    );
    expect(readTexts(set, { 'a.yaml': of('2023') }, '2023').period).toBe('2023');
    expect(readTexts(set, { 'a.yaml': of('2024') }).period).toBe('2024');
  });

  it('must be one for all files', () => {
    expect(faultsOf(set, { 'a.yaml': 'period: 2024', 'b.yaml': 'period: 2023' })).toEqual([
      'data-period-differs b.yaml:1:9',
    ]);
    expect(faultsOf(set, { 'a.yaml': 'period: 2024' }, '2023')).toEqual([
      'data-period-differs a.yaml:1:9',
    ]);
  });

  it('without any value is a fault that names the periods there are', () => {
    const file = {
      'a.yaml': 'metrics: {2023: {xining: {sampled: 5}}, 2022: {xining: {sampled: 5}}}',
    };
    expect(faultsOf(set, file)[0]).toMatch(/^data-no-values-of-period/);
  });
});

describe('a mark', () => {
  it.each([
    ['西宁市,联席会议,部门评分,省质监局,9.5,会议少一次', 'department zjj 9.5'],
    ['西宁市,2.1,部门评分,nmt,10,', 'department nmt 10'],
    ['西宁市,meeting,自评,,10,', 'self xining 10'],
    ['西宁市,质量,self,西宁市,39.7,', 'self xining 39.7'],
    ['西宁市,meeting,实地核查,第一考核组,9,缺纪要', 'siteVisit 第一考核组 9'],
    ['西宁市,panel,部门评分,专家甲,7,一般', 'department 专家甲 7'],
  ])('is read: %s', (row, text) => {
    const [mark] = readTexts(set, marks(row)).marks;
    expect(`${mark?.stage ?? ''} ${mark?.marker ?? ''} ${mark?.points ?? ''}`).toBe(text);
  });

  it('without points is no mark', () => {
    expect(readTexts(set, marks('西宁市,meeting,部门评分,zjj,,')).marks).toEqual([]);
  });

  it.each([
    ['青海省,meeting,部门评分,zjj,10,', 'data-total-unwanted m.csv:2:1'],
    ['西宁市,meting,部门评分,zjj,10,', 'data-unknown-indicator m.csv:2:2'],
    ['西宁市,措施,部门评分,zjj,10,', 'data-mark-on-block m.csv:2:2'],
    ['西宁市,质量,部门评分,zjj,10,', 'data-mark-on-rule m.csv:2:2'],
    ['西宁市,meeting,部门打分,zjj,10,', 'data-unknown-stage m.csv:2:3'],
    ['西宁市,meeting,部门评分,zjt,10,', 'data-unknown-marker m.csv:2:4'],
    ['西宁市,meeting,部门评分,,10,', 'data-missing-field m.csv:2:4'],
    ['西宁市,meeting,自评,海东市,10,', 'data-unknown-marker m.csv:2:4'],
    ['西宁市,meeting,部门评分,zjj,10.5,', 'data-mark-outside m.csv:2:5'],
    ['西宁市,meeting,部门评分,zjj,-0.5,x', 'data-mark-outside m.csv:2:5'],
    ['西宁市,meeting,部门评分,zjj,9.7,x', 'data-mark-step m.csv:2:5'],
    ['西宁市,meeting,部门评分,zjj,9.5,', 'data-mark-without-reason m.csv:2:6'],
    ['西宁市,meeting,部门评分,zjj,无,', 'data-value-none m.csv:2:5'],
    ['西宁市,meeting,实地核查,zjj,不适用,', 'data-mark-not-applicable m.csv:2:5'],
    ['西宁市,quality,自评,,不适用,无', 'data-mark-not-applicable m.csv:2:5'],
    ['西宁市,meeting,部门评分,zjj,不适用,', 'data-exemption-without-reason m.csv:2:6'],
    ['西宁市,meeting,部门评分,nmt,不适用,无成员单位', 'data-granted-by-other m.csv:2:4'],
    ['西宁市,panel,部门评分,zjj,不适用,无成员单位', 'data-granted-not-allowed m.csv:2:5'],
  ])('is refused: %s', (row, fault) => {
    expect(faultsOf(set, marks(row))).toEqual([fault]);
  });

  it('that says 不适用 asks for it in 自评, and grants it in the lead’s 部门评分', () => {
    const data = readTexts(
      set,
      marks('西宁市,meeting,自评,,不适用,无成员单位', '西宁市,meeting,部门评分,zjj,不适用,属实'),
    );
    expect(data.marks).toEqual([]);
    expect(data.exemptions?.map(({ status, by, reason }) => `${status} ${by} ${reason}`)).toEqual([
      'asked xining 无成员单位',
      'granted zjj 属实',
    ]);
    expect(readTexts(set, marks('西宁市,meeting,部门评分,zjj,10,'))).not.toHaveProperty(
      'exemptions',
    );
  });

  it('is refused beside a grant of 不适用', () => {
    const rows = marks(
      '西宁市,meeting,部门评分,nmt,10,',
      '西宁市,meeting,部门评分,zjj,不适用,属实',
    );
    expect(faultsOf(set, rows)).toEqual(['data-exemption-with-mark m.csv:3:5']);
  });

  it('can be nested by stage, marker, indicator and region in YAML', () => {
    const nested = `
marks:
  self: { meeting: { xining: 10 } }
  部门评分: { zjj: { meeting: { xining: { points: 9.5, reason: 会议少一次 } } } }`;
    const rows = marks('西宁市,meeting,自评,,10,', '西宁市,meeting,部门评分,zjj,9.5,会议少一次');
    expect(withoutPlaces(readTexts(set, { 'a.yaml': nested }))).toEqual(
      withoutPlaces(readTexts(set, rows)),
    );
  });
});

describe('an event', () => {
  it('is one record for each region concerned, with its share', () => {
    const yaml = `
events:
  - { id: e1, kind: award, level: national, occurred: 2024年3月5日, regions: { xining: 0.5, haidong: 0.5 } }
  - { id: e2, kind: accident, regions: [zone] }`;
    const data = readTexts(set, { 'a.yaml': yaml });
    expect(
      data.events.map(({ id, region, share, occurred }) => [id, region, share, occurred]),
    ).toEqual([
      ['e1', 'haidong', '0.5', '2024-03-05'],
      ['e1', 'xining', '0.5', '2024-03-05'],
      ['e2', 'zone', '1', undefined],
    ]);
    const rows = events(
      'e2,质量事故,,新开发区,,',
      'e1,质量奖,national,西宁市,0.5,2024/3/5',
      'e1,质量奖,national,海东市,0.5,2024/3/5',
    );
    expect(withoutPlaces(data)).toEqual(withoutPlaces(readTexts(set, rows)));
  });

  it('names its level by code or as people call it', () => {
    const read = (level: string) => readTexts(set, events(`e1,质量奖,${level},西宁市,,`));
    expect(read('国家级').events[0]?.level).toBe('national');
    expect(withoutPlaces(read('国家级'))).toEqual(withoutPlaces(read('national')));
  });

  it.each([
    [['e1,奖励,,西宁市,,'], 'data-unknown-event-kind e.csv:2:2'],
    [['e1,award,county,西宁市,,'], 'data-unknown-event-level e.csv:2:3'],
    [['e1,award,,西宁市,,'], 'data-event-without-level e.csv:2:3'],
    [['e1,accident,,西宁市,1.5,'], 'data-event-share e.csv:2:5'],
    [['e1,accident,,西宁市,,2024-02-30'], 'data-bad-date e.csv:2:6'],
    [['e1,accident,,西宁市,,', 'e1,accident,,海东市,,'], 'data-event-without-shares e.csv:3:1'],
    [['e1,accident,,西宁市,0.6,', 'e1,accident,,海东市,0.6,'], 'data-event-shares-sum e.csv:3:1'],
    [
      ['e1,accident,,西宁市,0.5,2024-01-01', 'e1,accident,,海东市,0.5,2024-01-02'],
      'data-event-differs e.csv:3:1',
    ],
  ])('is refused: %j', (rows, fault) => {
    expect(faultsOf(set, events(...rows))).toEqual([fault]);
  });
});

describe('targets, earlier results and decisions', () => {
  it('are read alike from YAML and CSV', () => {
    const yaml = `
targets: { xining: { pass_rate: 95 } }
history: { 2023: { xining: { grade: A级, rank: 1, score: 95.50 } } }
decisions: [{ regions: [海东市, xining], document: 会议纪要〔2025〕1号, reason: 现场核查更好 }]`;
    const data = readTexts(set, { 'a.yaml': yaml });
    expect(data.targets).toMatchObject([{ region: 'xining', metric: 'pass_rate', value: '95' }]);
    expect(data.history).toMatchObject([
      { region: 'xining', period: '2023', grade: 'a', rank: 1, score: '95.5' },
    ]);
    expect(data.decisions).toMatchObject([{ regions: ['haidong', 'xining'] }]);
    const csv = readTexts(set, {
      't.csv': '市州,填报数据,目标值\n西宁市,合格率,95%',
      'h.csv': '市州,年度,等级,名次,总分\n西宁市,2023年度,A级,1,95.5',
    });
    const { targets, history } = data;
    expect(withoutPlaces(csv)).toMatchObject({
      targets: withoutPlaces(targets),
      history: withoutPlaces(history),
    });
  });

  it.each([
    ['targets: {xining: {plan: 5}}', 'data-target-unwanted a.yaml:1:20'],
    ['history: {2023: {xining: {grade: C}}}', 'data-unknown-grade a.yaml:1:34'],
    ['history: {2023: {xining: {rank: 0}}}', 'data-bad-rank a.yaml:1:33'],
    ['history: {2024: {xining: {rank: 1}}}', 'data-history-not-earlier a.yaml:1:11'],
    [
      'decisions: [{regions: [xining], document: a, reason: b}]',
      'data-decision-regions a.yaml:1:23',
    ],
    ['decisions: [{regions: [xining, haidong], reason: b}]', 'data-missing-field a.yaml:1:13'],
  ])('are refused: %s', (text, fault) => {
    expect(faultsOf(set, { 'a.yaml': text })).toEqual([fault]);
  });
});

describe('the same year', () => {
  it('is the same from YAML and from CSV', () => {
    const food = shippedSet('qinghai-food-2024');
    const yaml = readFileSync('indicators/qinghai-food-2024/data/2024.yaml', 'utf8');
    const csv = readFileSync('tests/fixtures/qinghai-food-2024/2024.csv', 'utf8');
    expect(withoutPlaces(readTexts(food, { '2024.csv': csv }))).toEqual(
      withoutPlaces(readTexts(food, { '2024.yaml': yaml })),
    );
  });
});

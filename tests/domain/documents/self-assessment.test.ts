import { expect, test } from 'vitest';
import { selfAssessment } from '../../../src/domain/documents/kinds/self-assessment.js';
import { sampleSource, withoutRecords } from './sample-source.js';

const source = await sampleSource();
const reportOf = (region: string) => selfAssessment.build(source, region);

test('the prefecture’s government issues its own report, with 签发人 and its office as printer', () => {
  expect(reportOf('xining').paper).toMatchObject({
    ...{ isUpward: true, mark: '西宁市人民政府文件', issuer: '西宁市人民政府' },
    ...{ signer: '示例甲', printer: '西宁市人民政府办公室', addressees: '青海省人民政府' },
  });
});

test('without records it goes to the body that assesses, unnumbered and undated', () => {
  const { paper } = selfAssessment.build(withoutRecords(source), 'xining');
  expect(paper).toMatchObject({ number: null, signer: null, date: null, remark: '' });
  expect(paper.addressees).toBe(source.set.issuer?.name);
});

test('the self-assessment adds up, and what was lost is named with its reason', () => {
  const { rows, selfTotal, lostTotal, losses, isComplete } = reportOf('xining');
  const points = rows.flatMap((row) => (row.points === null ? [] : [Number(row.points)]));
  expect(Number(selfTotal)).toBeCloseTo(points.reduce((sum, one) => sum + one, 0));
  expect(Number(selfTotal) + Number(lostTotal)).toBeCloseTo(100);
  expect(losses.every(({ reason }) => reason !== '')).toBe(true);
  expect(isComplete).toBe(true);
});

test('what does not apply to a prefecture is neither marked nor lost', () => {
  const { notApplicable, unmarked } = reportOf('guoluo');
  expect(notApplicable.map(({ id }) => id)).toEqual(['large_works']);
  expect(unmarked).toBe(0);
});

test('a target is held against the prefecture’s own figure, not the department’s', () => {
  // 海西州填报95.21%，由批次算得94.38%。
  const [mfg] = reportOf('haixi').targets;
  expect(mfg).toMatchObject({ stated: '95.21%', used: '94%', isMet: true });
});

test('a target that was missed says by how much', () => {
  const [mfg] = reportOf('guoluo').targets;
  expect(mfg).toMatchObject({ isMet: false, gap: '5.79个百分点' });
});

test('it says nothing of the points that departments gave', () => {
  const told = JSON.stringify(reportOf('guoluo').rows);
  // 部门评：质量工作经费未单列预算；支持企业质量技术改造项目偏少
  expect(told).not.toContain('支持企业质量技术改造项目偏少');
});

test('a year without self-assessment gives a form to fill in', async () => {
  const report = selfAssessment.build(await sampleSource('qinghai-food-2024'), 'yushu');
  expect(report).toMatchObject({ selfTotal: '', lostTotal: '', losses: [], targets: [] });
  expect(report.rows.map(({ points }) => points)).toEqual([null]);
});

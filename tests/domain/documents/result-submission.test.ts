import { expect, test } from 'vitest';
import { resultSubmission } from '../../../src/domain/documents/kinds/result-submission.js';
import { sampleSource } from './sample-source.js';

const source = await sampleSource();
const food = await sampleSource('qinghai-food-2024');

test('the appraisal body is told the points that the set’s consequences give, and to whom', () => {
  const { rows, hasAppraisal } = resultSubmission.build(source, undefined);
  expect(hasAppraisal).toBe(true);
  expect(rows.filter(({ appraisal }) => appraisal !== '—')).toMatchObject([
    { name: '西宁市', grade: 'A级', appraisal: '+1' },
  ]);
});

test('a set that gives no appraisal points has no column for them', () => {
  const { hasAppraisal, grades } = resultSubmission.build(food, undefined);
  expect(hasAppraisal).toBe(false);
  expect(grades).toEqual([]);
});

test('the notice is named once it has a number', () => {
  expect(resultSubmission.build(source, undefined).noticeText).toBe(
    '《青海省人民政府办公厅关于2014—2015年度市州人民政府质量工作考核结果的通报》（示例〔2015〕1号）',
  );
  expect(resultSubmission.build(food, undefined).noticeText).toBe('');
});

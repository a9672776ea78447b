import { describe, expect, test } from 'vitest';
import { checkForm } from '../../../src/domain/documents/form-rules.js';
import { rectificationReport } from '../../../src/domain/documents/kinds/rectification-report.js';
import { sampleSource, withoutRecords } from './sample-source.js';

const source = await sampleSource();

describe('a 整改报告', () => {
  test('goes up from the prefecture’s own government, with its 签发人', () => {
    const { paper } = rectificationReport.build(source, 'haidong');
    expect(paper).toMatchObject({
      issuer: '海东市人民政府',
      mark: '海东市人民政府文件',
      addressees: '青海省人民政府',
      isUpward: true,
      signer: '示例',
    });
  });

  test('counts what was done, what is under way and what is overdue', () => {
    expect(rectificationReport.build(source, 'haidong').progressText).toBe(
      '反馈问题共3项，已完成2项（其中已销号1项），正在整改1项',
    );
  });

  test('answers the letter by its number', () => {
    expect(rectificationReport.build(source, 'haidong').feedback).toBe(
      '青海省质量工作联席会议办公室反馈意见函（示例函〔2015〕2号）',
    );
  });

  test('without records lists what lost points, measures and deadlines blank', () => {
    const report = rectificationReport.build(withoutRecords(source), 'guoluo');
    expect(report.paper).toMatchObject({ number: null, signer: null, date: null });
    expect(report.rectifications).toHaveLength(report.losses.length);
    expect(report.rectifications[0]).toMatchObject({ measures: '', deadline: null });
    expect(report.progressText).toBe('');
  });

  test('that is recorded without a 签发人 is told of', () => {
    const rectificationReports = { xining: { overview: [], plans: [] } };
    const records = { ...source.records, rectificationReports };
    expect(checkForm({ ...source, records }, rectificationReport)).toEqual([
      { code: 'upward-unsigned', issuer: '西宁市人民政府', label: '整改报告' },
    ]);
  });
});

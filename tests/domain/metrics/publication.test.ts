import { describe, expect, it } from 'vitest';
import { exampleSet as set } from './example-set.js';
import { readTexts } from './read-example.js';

describe('a published statistic', () => {
  it('says its issuer, document, date and sample size, alike in YAML and CSV', () => {
    const yaml =
      'metrics: { 2024: { xining: { index: { value: 80.5, issuer: 国家统计局, document: 公报, date: 2025年3月1日, sample: "1,200" } } } }';
    const csv =
      '地区,填报数据,数值,发布单位,文件,日期,样本量\n西宁市,竞争力指数,80.5,国家统计局,公报,2025-03-01,1200\n';
    const expected = { issuer: '国家统计局', document: '公报', date: '2025-03-01', sample: '1200' };
    for (const files of [{ 'a.yaml': yaml }, { 'a.csv': csv }]) {
      expect(readTexts(set, files).values[0]?.provenance.publication).toEqual(expected);
    }
  });

  it('carries nothing of the kind where nothing is said', () => {
    const yaml = 'metrics: { 2024: { xining: { index: 80.5 } } }';
    expect(readTexts(set, { 'a.yaml': yaml }).values[0]?.provenance).not.toHaveProperty(
      'publication',
    );
  });
});

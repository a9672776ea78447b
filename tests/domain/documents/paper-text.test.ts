import { describe, expect, it } from 'vitest';
import { textOnPaper } from '../../../src/domain/documents/index.js';

describe('a sentence on paper', () => {
  it.each([
    ['只有 38 批次，少于 100 批次', '只有38批次，少于100批次'],
    ['填报 95.21%，由个数算得 94.38%， 应为 A 级', '填报95.21%，由个数算得94.38%， 应为A级'],
    ['西宁市「抽样批次」只有 38 批次', '西宁市“抽样批次”只有38批次'],
    ['占 97.8% 以上', '占97.8%以上'],
    ['GB/T 9704 第 7 条', 'GB/T 9704第7条'],
    ['Open Data 1 2', 'Open Data 1 2'],
  ])('has %s as %s', (screen, paper) => {
    expect(textOnPaper(screen)).toBe(paper);
  });
});

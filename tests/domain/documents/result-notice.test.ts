import { describe, expect, test } from 'vitest';
import { resultNotice } from '../../../src/domain/documents/kinds/result-notice.js';
import { recordsSchema } from '../../../src/domain/documents/records/records.schema.js';
import { sampleSource } from './sample-source.js';

const source = await sampleSource('qinghai-2015');
const food = await sampleSource('qinghai-food-2024');

/** The notice with other wishes of the office. */
function noticeWith(notice: object) {
  const records = { ...source.records, notice: recordsSchema.parse({ notice }).notice };
  return resultNotice.build({ ...source, records }, undefined);
}

describe('a 通报', () => {
  test('names the regions of each grade by rank, or in administrative order', () => {
    const byRank = noticeWith({ order: 'rank' }).grades.find(({ id }) => id === 'b');
    expect(byRank?.names).toBe('海西州、海南州、海北州');
    const byCode = noticeWith({ order: 'administrative' }).grades.find(({ id }) => id === 'b');
    expect(byCode?.names).toBe('海北州、海南州、海西州');
  });

  test('of grades alone has no ranking among its attachments and no word on neighbours’ data', () => {
    const alone = noticeWith({ show: 'grades' });
    expect(alone.showsScores).toBe(false);
    expect(alone.attachments).toEqual(['计分与等级确定说明']);
    expect(alone.findings).toEqual([]);
    expect(noticeWith({ show: 'scores' }).attachments[0]).toBe('考核得分和名次表');
  });

  test('of a set that only ranks shows ranks, whatever was asked for', () => {
    const records = recordsSchema.parse({ notice: { show: 'grades' } });
    const ranked = resultNotice.build({ ...food, records }, undefined);
    expect(ranked.showsScores).toBe(true);
    expect(ranked.grades).toEqual([]);
  });

  test('says how each grade is come by, the lowest one too', () => {
    expect(noticeWith({}).gradeRules).toEqual([
      '90分及以上为A级',
      '80分及以上、不满90分为B级',
      '60分及以上、不满80分为C级',
      '不满60分为D级',
    ]);
  });

  test('says whose grade an event took down, from what to what', () => {
    expect(
      noticeWith({}).downgrades.map(({ name, before, after }) => [name, before, after]),
    ).toEqual([
      ['海西州', 'A级', 'B级'],
      ['海东市', 'B级', 'D级'],
    ]);
  });

  test('names those whom a consequence concerns, and leaves the list out where it is all of them', () => {
    const { consequences } = noticeWith({});
    expect(consequences.find(({ text }) => text.includes('书面报告'))?.names).toBe('海东市');
    expect(consequences.find(({ text }) => text.includes('约谈'))?.members).toEqual([]);
    expect(consequences.filter(({ isForAll }) => isForAll)).toHaveLength(1);
  });
});

import { describe, expect, it } from 'vitest';
import {
  findFindings,
  readYearData,
  type DataFile,
  type FieldName,
} from '../../../src/domain/metrics/index.js';
import { findingMessage } from '../../../src/messages/index.js';
import { exampleSet as set } from './example-set.js';

/** One prize of the region, as a file of the office or the region's own form tells of it. */
function fileWith(file: string, kind: 'region' | 'office', document = '证书'): DataFile {
  const place = { file, line: 4, column: 1 };
  const award: Partial<Record<FieldName, string>> = {
    id: 'e1',
    region: 'xining',
    kind: 'award',
    level: 'provincial',
    occurred: '2024-05-01',
    document,
  };
  const works: Partial<Record<FieldName, string>> = {
    region: 'xining',
    metric: 'works',
    value: '1',
  };
  return {
    file,
    period: { text: '2024', place },
    source: undefined,
    records: [
      { kind: 'event', fields: award, placeOf: () => place },
      { kind: 'value', fields: works, placeOf: () => place },
    ],
    form: {
      kind,
      unit: kind === 'region' ? 'xining' : '',
      name: '西宁市',
      set: set.id,
      version: set.version,
      digest: '',
      period: '2024',
      shownNames: [],
      place,
    },
  };
}

function selfReported(...files: readonly DataFile[]) {
  const data = readYearData(files, set);
  if (!data.ok) throw new Error(JSON.stringify(data.error));
  return findFindings(data.value, set).filter(({ code }) => code === 'data-event-self-reported');
}

describe('an event in the form of its own region', () => {
  const own = fileWith('西宁市填报表.xlsx', 'region');
  const office = fileWith('办公室登记.xlsx', 'office');

  it('is told at its cell, since it counts on the word of the region alone', () => {
    const [told, ...others] = selfReported(own);
    expect(others).toEqual([]);
    expect(told).toMatchObject({ level: 'warning', region: 'xining', place: { file: own.file } });
    if (told === undefined) throw new Error('a finding was expected');
    expect(findingMessage(told)).toBe(
      '西宁市自己填报的「质量奖」（e1）已经计分，考核办公室还没有登记；请对照认定文件核实，属实的用同一编号、照样登记，不属实的从表里删去。',
    );
  });

  it.each([
    ['after', [own, office]],
    ['before', [office, own]],
  ])('is told no more when the office has registered it, read %s', (_, files) => {
    expect(selfReported(...files)).toEqual([]);
  });

  it('has the same content for the score, whoever wrote it down', () => {
    const events = [own, office].map((file) => {
      const data = readYearData([file], set);
      if (!data.ok) throw new Error(JSON.stringify(data.error));
      return data.value.events.map(({ id, level, share }) => [id, level, share]);
    });
    expect(events[0]).toEqual(events[1]);
  });
});

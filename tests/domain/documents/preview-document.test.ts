import { describe, expect, test } from 'vitest';
import { documentKind, type DocumentSource } from '../../../src/domain/documents/index.js';
import { sampleSource } from './sample-source.js';

const source = await sampleSource();

function previewOf(given: DocumentSource, region: string) {
  return documentKind('preview')?.build(given, region);
}

describe('a printed preview', () => {
  test('stays the same, byte for byte, whatever the other regions submit', () => {
    const others: DocumentSource = {
      ...source,
      data: {
        ...source.data,
        values: source.data.values.map((one) =>
          one.region === 'hainan' || one.status !== 'present' || !/^\d+$/.test(one.text)
            ? one
            : { ...one, text: `${one.text}1` },
        ),
        marks: source.data.marks.filter((one) => one.region === 'hainan'),
        events: source.data.events.filter((one) => one.region === 'hainan'),
      },
      run: { ...source.run, runHash: 'another run' },
    };
    expect(JSON.stringify(previewOf(others, 'hainan'))).toBe(
      JSON.stringify(previewOf(source, 'hainan')),
    );
  });

  test('has neither rank nor grade nor a run hash, and names no neighbour', () => {
    const text = JSON.stringify(previewOf(source, 'hainan'));
    expect(previewOf(source, 'hainan')?.runHash).toBe('');
    for (const { name } of source.set.regions.assessed) {
      if (name !== '海南州') expect(text).not.toContain(name);
    }
  });

  test('says of what a department has yet to mark that it waits, and shows 自评 beside it', () => {
    const lines = (previewOf(source, 'hainan') as unknown as { lines: Line[] }).lines;
    const brand = lines.find((line) => line.label.startsWith('品牌发展'));
    expect(brand).toMatchObject({ points: '', selfPoints: '3.90', statusText: '待评分' });
  });
});

interface Line {
  readonly label: string;
  readonly points: string;
  readonly selfPoints: string;
  readonly statusText: string;
}

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTexts, shippedSet } from './read-example.js';

const manual = readFileSync('docs/数据格式.md', 'utf8');
const blocks = [...manual.matchAll(/```(yaml|csv)\n([\s\S]*?)```/gu)].map(
  ([, kind = '', text = '']) => [kind, text] as const,
);
const set = shippedSet('qinghai-2015');

describe('the manual of the data formats', () => {
  it('has an example of every form', () => {
    expect(blocks.map(([kind]) => kind)).toEqual([
      'yaml',
      'yaml',
      ...Array.from({ length: 5 }, () => 'csv'),
    ]);
  });

  it.each(blocks)('shows %s that is read without a fault: %s', (kind, text) => {
    const { values, marks, events, targets, history } = readTexts(set, { [`a.${kind}`]: text });
    const all = [...values, ...marks, ...events, ...targets, ...history];
    expect(all.length).toBeGreaterThan(0);
  });
});

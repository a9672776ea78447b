import { describe, expect, test } from 'vitest';
import { derivation } from '../../../src/domain/documents/kinds/derivation.js';
import { sampleSource } from './sample-source.js';

const source = await sampleSource();

describe('分数推导书', () => {
  const paper = derivation.build(source, 'hainan');

  test('derives every indicator of the set, in its order', () => {
    const leaves = [...source.set.nodes.values()].filter((node) => node.kind === 'indicator');
    expect(paper.indicators.map((one) => one.id)).toEqual(leaves.map((leaf) => leaf.id));
  });

  test('gives each number with its source and verifier, and the steps with their results', () => {
    const mfg = paper.indicators.find((one) => one.id === 'mfg_pass_rate');
    expect(mfg).toMatchObject({ points: '约14.214286', fullPoints: '15', lead: '省质监局' });
    expect(mfg?.inputs[0]).toEqual({
      label: '制造业产品合格批次',
      period: '2015',
      value: '190批次',
      source: '示例：监督抽查汇总',
      verifier: '省质监局',
    });
    expect(mfg?.steps[0]?.numbers).toBe('190÷210×100%');
    expect(mfg?.steps.at(-1)?.result).toBe('约14.214286分');
  });

  test('ends with the rounding, the rank and the grade', () => {
    const results = paper.total.map((step) => step.result);
    expect(results).toContain('86.14');
    expect(results).toContain('第4名，组内第1名');
    expect(results).toContain('B级');
  });

  test("has nothing of the neighbours' results", () => {
    const text = JSON.stringify(paper);
    for (const { id, score } of source.run.regions) {
      if (id !== 'hainan' && score !== null) expect(text).not.toContain(score);
    }
  });
});

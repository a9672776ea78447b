import { describe, expect, test } from 'vitest';
import { handbook } from '../../../src/domain/documents/kinds/handbook.js';
import { ruleChanges } from '../../../src/domain/documents/kinds/rule-changes.js';
import { scoreSummary } from '../../../src/domain/documents/kinds/score-sheet.js';
import { loadDocumentSource } from '../../../src/app/load-document-source.js';
import { PORTS } from '../preview/sample-year.js';
import { sampleSource } from './sample-source.js';

const source = await sampleSource();

describe('考核细则手册', () => {
  const book = handbook.build(source, undefined);

  test('has every indicator with its points, its rule in words and where its number comes from', () => {
    const rules = book.roots.flatMap((root) => root.rules).filter((rule) => rule.isLeaf);
    expect(rules).toHaveLength(27);
    const mfg = rules.find((rule) => rule.label === '制造业产品质量合格率');
    expect(mfg).toMatchObject({ fullPoints: '15', mark: '示例', lead: '省质监局' });
    expect(mfg?.rule).toContain('每低1个百分点扣1.5分');
  });

  test('tells what follows from a veto and what a grade needs', () => {
    expect(book.events.find((one) => one.effect === '一票否决')?.amount).toMatch(/D级|降/);
    expect(book.grades.map((grade) => grade.condition)[0]).toContain('总分不低于90分');
    expect(book.grades.at(-1)?.condition).toBe('其余');
  });
});

describe('规则变更对照表', () => {
  test('says what was changed, before and after, with the reason', () => {
    const [first] = ruleChanges.build(source, undefined).changes;
    expect(first).toMatchObject({ before: '每低1个百分点扣1分', after: '每低1个百分点扣1.5分' });
  });

  test('lists no effect where no other set was named', () => {
    expect(ruleChanges.build(source, undefined)).toMatchObject({
      hasEffect: false,
      beforeTitle: '',
    });
  });

  test('scores the same data by the set before the change, and sees nothing move where nothing changed', async () => {
    const compared = await loadDocumentSource(PORTS, 'qinghai-2015', {
      against: 'qinghai-2015',
      say: () => ({ level: 'note', levelText: '', message: '', region: '', regionName: '' }),
    });
    if (!compared.ok) throw new Error(JSON.stringify(compared.error));
    const paper = ruleChanges.build(compared.value, undefined);
    expect(paper.effects).toHaveLength(8);
    for (const effect of paper.effects)
      expect(effect).toMatchObject({ change: '不变', isMoved: false });
  });
});

describe('得分汇总表', () => {
  test('of one region holds that region alone', () => {
    const paper = scoreSummary.build(source, 'hainan');
    expect(paper.regions.map((region) => region.name)).toEqual(['海南州']);
    expect(paper.charts.map(({ kind }) => kind)).toEqual(['years']);
    expect(JSON.stringify(paper)).not.toContain('西宁市');
  });
});

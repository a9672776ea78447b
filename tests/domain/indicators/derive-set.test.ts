import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { IndicatorSet } from '../../../src/domain/indicators/index.js';
import { digestOf } from '../../../src/domain/scoring/index.js';
import { SOUND_REGIONS, SOUND_SET } from './sound-set.js';
import { faultsOf, soundSet, unmark, type WrittenSet } from './written-set.js';

const BASE: WrittenSet = { set: SOUND_SET, regions: SOUND_REGIONS };

const HEAD = `language: 1
id: county
version: 1.0.0
title: 派生的体系
extends: { id: sound, version: 1.0.0 }
status: draft
year: 2015
window: { from: 2015-01-01, to: 2015-12-31 }
`;

/** The sound set with what a derived one says of its own. */
function derived(own: string, base: WrittenSet = BASE): IndicatorSet {
  return soundSet({ set: HEAD + own, base }).set;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('a derived set that says nothing of its own', () => {
  const base = soundSet(BASE).set;
  const set = derived('');

  it('has all that its base has', () => {
    expect(set.nodes).toEqual(base.nodes);
    expect(set.metrics).toEqual(base.metrics);
    expect(set.events).toEqual(base.events);
    expect(set.grading).toEqual(base.grading);
    expect(set.checks).toEqual(base.checks);
    expect(set.regions).toEqual(base.regions);
  });

  it('inherits neither the issue nor the amendments of its base', () => {
    expect(set.issued).toBeUndefined();
    expect(set.amendments).toEqual([]);
    expect(set.extends).toEqual({ id: 'sound', version: '1.0.0' });
  });
});

describe('what a derived set says', () => {
  it('replaces key by key what the base says of the same id', () => {
    const set = derived('metrics:\n  sampled: { label: 县级抽检批次 }\n');

    expect(set.metrics.get('sampled')).toMatchObject({
      label: '县级抽检批次',
      type: 'count',
      max: '9999',
    });
  });

  it('reaches an indicator deep in the tree', () => {
    const set = derived(`indicators:
  product: { children: { pass: { lead: health } } }
`);

    expect(set.nodes.get('pass')).toMatchObject({ lead: 'health', fullPoints: '20' });
    expect(set.nodes.get('pass')).toMatchObject({ rule: { kind: 'target', minus: '1' } });
  });

  it('replaces a rule as a whole', () => {
    const set = derived(`indicators:
  product: { children: { pass: { rule: { kind: linear, zeroAt: 0, fullAt: 100 } } } }
`);

    expect(set.nodes.get('pass')).toMatchObject({ rule: { kind: 'linear' } });
    expect(JSON.stringify(set.nodes.get('pass'))).not.toContain('minus');
  });

  it('keeps the order of the base and adds at the end', () => {
    const set = derived(`departments: { local: 县局, market: 县市场局 }
metrics:
  own: { label: 县级数据, type: count }
  open: { label: 公开 }
`);

    expect([...set.metrics.keys()]).toEqual([...soundSet(BASE).set.metrics.keys(), 'own']);
    expect([...set.departments]).toEqual([
      ['market', '县市场局'],
      ['health', '省卫生计生委'],
      ['local', '县局'],
    ]);
  });

  it('removes what the base has', () => {
    const set = derived(`indicators:
  work: { children: { opened: { remove: true }, covered: { points: 20, rule: { kind: levels, metric: depth, points: { full: 20, part: 5 } } } } }
checks: { jump: { remove: true } }
`);

    expect(set.nodes.has('opened')).toBe(false);
    expect(set.nodes.get('work')).toMatchObject({ children: ['covered', 'listed', 'marked'] });
    expect(set.checks.map((one) => one.id)).not.toContain('jump');
  });

  it('replaces the grades as a whole', () => {
    const set = derived(`grading:
  grades: { a: { label: 优秀, atLeast: 85 }, b: { label: 合格, atLeast: 60 }, c: { label: 不合格 } }
`);

    expect(set.grading.grades.map((one) => one.label)).toEqual(['优秀', '合格', '不合格']);
  });

  it('may bring regions of its own', () => {
    const regions = `total: { id: all, name: 全市 }\nregions: { yushu: { name: 甲县 } }\n`;
    const { set } = soundSet({ set: HEAD, regions, base: BASE });

    expect(set.regions.assessed.map((one) => one.name)).toEqual(['甲县']);
  });
});

describe('a chain of two bases', () => {
  const middle: WrittenSet = {
    set: HEAD.replace('id: county', 'id: middle') + 'metrics:\n  open: { label: 州级公开 }\n',
    base: BASE,
  };
  const head = HEAD.replace('id: sound', 'id: middle');

  it('merges from the first to the last', () => {
    const { set } = soundSet({
      set: `${head}metrics:\n  depth: { label: 县级覆盖 }\n`,
      base: middle,
    });

    expect(set.metrics.get('open')?.label).toBe('州级公开');
    expect(set.metrics.get('depth')?.label).toBe('县级覆盖');
    expect(set.metrics.get('sampled')?.label).toBe('抽检批次');
  });

  it('takes the regions of the nearest that has them', () => {
    const { set } = soundSet({ set: head, base: middle });

    expect(set.regions.assessed.map((one) => one.id)).toEqual(['haidong', 'xining', 'yushu']);
  });
});

describe('faults of a derived set', () => {
  it('stand in its own file where it says what is wrong', () => {
    const { text, place } = unmark(`${HEAD}metrics:\n  failed: { partOf: ‸nowhere }\n`);

    expect(faultsOf({ set: text, base: BASE })).toEqual([
      expect.objectContaining({ code: 'metric-part-unknown', file: 'set.yaml', ...place }),
    ]);
  });

  it('stand in the file of the base where the base says it', () => {
    const { text, place } = unmark(SOUND_SET.replace('target: goal', 'target: ‸gaol'));
    const faults = faultsOf({ set: HEAD, base: { ...BASE, set: text } });

    expect(faults).toEqual([
      expect.objectContaining({ code: 'formula-unknown-name', file: 'base-set.yaml', ...place }),
    ]);
  });

  it('stand at the reference of the base that its removal has broken', () => {
    const { text, place } = unmark(SOUND_SET.replace('metric: open,', 'metric: ‸open,'));
    const own = `${HEAD}metrics:\n  open: { remove: true }\nindicators:\n  work: { children: { listed: { rule: { kind: checklist, items: { failed: 10 } } } } }\n`;
    const faults = faultsOf({ set: own, base: { ...BASE, set: text } });

    expect(faults).toContainEqual(
      expect.objectContaining({ code: 'node-metric-unknown', file: 'base-set.yaml', ...place }),
    );
    expect(faults).toContainEqual(
      expect.objectContaining({ code: 'rule-metric-type', file: 'set.yaml' }),
    );
  });

  it.each([
    ['another version', 'version: 1.0.0', 'version: 1.1.0'],
    ['another set', 'id: sound', 'id: other'],
  ])('tell that the base is %s', (_what, from, to) => {
    const { text, place } = unmark(HEAD.replace('extends: {', 'extends: ‸{'));
    const faults = faultsOf({ set: text, base: { ...BASE, set: SOUND_SET.replace(from, to) } });

    expect(faults).toEqual([
      expect.objectContaining({ code: 'set-base-differs', file: 'set.yaml', ...place }),
    ]);
  });

  it.each([
    ['at the top', 'metrics:\n  ‸gone: { remove: true }\n'],
    ['among the children', 'indicators:\n  work: { children: { ‸gone: { remove: true } } }\n'],
    [
      'below a node that is new',
      'indicators:\n  own: { label: 新, children: { ‸gone: { remove: true } } }\n',
    ],
  ])('tell what cannot be removed %s', (_where, own) => {
    const { text, place } = unmark(HEAD + own);

    expect(faultsOf({ set: text, base: BASE })).toContainEqual(
      expect.objectContaining({ code: 'set-remove-unknown', file: 'set.yaml', ...place }),
    );
  });
});

describe('the digest of a derived set', () => {
  it('changes when the base changes', () => {
    const changed = { ...BASE, set: SOUND_SET.replace('minus: 1', 'minus: 2') };

    expect(digestOf(derived('', changed), sha256)).not.toBe(digestOf(derived(''), sha256));
  });

  it('does not change with comments and spaces', () => {
    const changed = { ...BASE, set: SOUND_SET.replaceAll('{ ', '{  ').concat('# 完\n') };

    expect(digestOf(derived('', changed), sha256)).toBe(digestOf(derived(''), sha256));
  });

  it('is that of a set which says all of it by itself', () => {
    const whole = SOUND_SET.replace('minus: 1', 'minus: 3');
    const step = derived(
      'indicators: { product: { children: { pass: { rule: { kind: target, target: goal, minus: 3 } } } } }\n',
    );

    expect(soundSet({ ...BASE, set: whole }).set.nodes).toEqual(step.nodes);
  });
});

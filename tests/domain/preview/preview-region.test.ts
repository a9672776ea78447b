import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../src/adapters/files/sha256.js';
import type { IndicatorSet } from '../../../src/domain/indicators/index.js';
import { decimal } from '../../../src/domain/kernel/decimal.js';
import type { YearData } from '../../../src/domain/metrics/index.js';
import { compilePlan, OPERATION_KINDS } from '../../../src/domain/plan/index.js';
import { previewRegion, type Preview } from '../../../src/domain/preview/index.js';
import { scoreYear } from '../../../src/domain/scoring/index.js';
import { sampleYear } from './sample-year.js';

const SETS = ['qinghai-2015', 'variety-1000', 'qinghai-food-2024', 'qinghai-county-2015'];

function preview(set: IndicatorSet, data: YearData, region: string): Preview {
  return previewRegion(set, compilePlan(set, data.period), region, data);
}

describe.each(SETS)('previews by %s', (id) => {
  it('give every indicator that is computed from own data the points of the official score', async () => {
    const { set, data } = await sampleYear(id);
    const run = scoreYear(set, data, sha256);
    const compared = new Set(
      run.plan.operations.flatMap((one) =>
        'indicator' in one && OPERATION_KINDS[one.op].scope === 'field' ? [one.indicator] : [],
      ),
    );
    for (const result of run.regions) {
      const own = preview(set, data, result.id);
      for (const node of own.indicators.filter(({ kind }) => kind === 'rule')) {
        const official = result.indicators[node.id];
        const isPending = compared.has(node.id) && official?.value != null;
        expect([node.id, node.points]).toEqual([node.id, isPending ? null : official?.points]);
        expect(node.selfPoints).toBe(official?.selfPoints ?? null);
      }
    }
  });

  it('leave marked indicators pending, with the 自评 beside them', async () => {
    const { set, data } = await sampleYear(id);
    for (const region of set.regions.assessed) {
      for (const node of preview(set, data, region.id).indicators) {
        if (node.kind !== 'marks' || node.status === 'notApplicable') continue;
        expect([node.status, node.waitsFor, node.points]).toEqual(['pending', 'marks', null]);
      }
    }
  });

  it('keep four subtotals whose full points make the whole', async () => {
    const { set, data } = await sampleYear(id);
    for (const region of set.regions.assessed) {
      const { subtotals, indicators } = preview(set, data, region.id);
      const { computed, self, pending, missing } = subtotals;
      const sum = [computed, self, pending, missing].reduce(
        (total, { fullPoints }) => total.plus(decimal(fullPoints)),
        decimal(0),
      );
      const nowhere = indicators.flatMap((node) => {
        const leaf = set.nodes.get(node.id);
        const isRest = leaf?.kind === 'indicator' && leaf.notApplicable.redistribute === 'rest';
        return isRest && node.fullPoints === '0' ? [decimal(leaf.fullPoints)] : [];
      });
      const whole = nowhere.reduce((full, lost) => full.minus(lost), decimal(set.fullPoints));
      // Thirds that moved are each cut at thirty digits.
      expect(sum.toDecimalPlaces(20).toFixed()).toBe(whole.toFixed());
    }
  });

  it('name no other region anywhere', async () => {
    const { set, data } = await sampleYear(id);
    for (const region of set.regions.assessed) {
      const text = JSON.stringify(preview(set, data, region.id));
      for (const other of set.regions.assessed) {
        if (other.id === region.id) continue;
        expect(text).not.toContain(`"${other.id}"`);
        expect(text).not.toContain(other.name);
      }
    }
  });
});

describe('a preview', () => {
  it('leaves what compares regions pending, and says why in its derivation', async () => {
    const { set, data } = await sampleYear('variety-1000');
    const region = set.regions.assessed[0]?.id ?? '';
    const own = preview(set, data, region);
    const waiting = own.indicators.filter((node) => node.waitsFor === 'otherRegions');
    expect(waiting.filter(({ kind }) => kind === 'rule').length).toBeGreaterThan(2);
    for (const node of waiting.filter(({ kind }) => kind === 'rule')) {
      expect(node).toMatchObject({ status: 'pending', points: null });
      const derivation = own.derivation.find((one) => one.id === node.id);
      const step = derivation?.steps.find(({ operation }) => operation === '比较');
      expect(step).toMatchObject({
        words: '要与其他地区的数比较，待各地区数据齐后确定',
        result: '待定',
      });
    }
    expect(own.score).toBeNull();
  });

  it('gives a score where nothing is pending or missing, and neither rank nor grade', async () => {
    const { set, data } = await sampleYear('qinghai-food-2024');
    const own = preview(set, data, 'haidong');
    const official = scoreYear(set, data, sha256).regions.find(({ id }) => id === 'haidong');
    expect(own.score).toBe(official?.score);
    expect(own).not.toHaveProperty('rank');
    expect(own).not.toHaveProperty('grade');
  });

  it('counts a missing number as missing: neither as nought nor as full points', async () => {
    const { set, data } = await sampleYear('qinghai-2015');
    const values = data.values.filter((value) => value.metric !== 'mfg_sampled');
    const own = preview(set, { ...data, values }, 'haixi');
    expect(own.indicators.find(({ id }) => id === 'mfg_pass_rate')).toMatchObject({
      status: 'missing',
      points: null,
    });
    expect(own.subtotals.missing.indicators).toBeGreaterThan(0);
    expect(own.findings.map(({ code }) => code)).toContain('data-missing');
  });

  it('says of 不适用 asked for a marked indicator that it waits for its grant', async () => {
    const { set, data } = await sampleYear('qinghai-2015');
    const place = { file: 'x', line: 1, column: 1 };
    const request = { region: 'haixi', indicator: 'brand', by: 'haixi', date: undefined, place };
    const asked = { ...request, status: 'asked', reason: '没有这项工作' } as const;
    const own = preview(set, { ...data, exemptions: [asked] }, 'haixi');
    const brand = own.indicators.find(({ id }) => id === 'brand');
    expect(brand).toMatchObject({ status: 'pending', waitsFor: 'grant' });
    expect(own.findings.map(({ code }) => code)).toContain('data-not-applicable-pending');
    const steps = own.derivation.find(({ id }) => id === 'brand')?.steps ?? [];
    expect(steps.map(({ words }) => words).join()).toContain('申请不适用（理由：没有这项工作）');
    // A grant is the department's to publish.
    const granted = { ...asked, status: 'granted', by: 'zjj' } as const;
    const before = preview(set, data, 'haixi');
    expect(preview(set, { ...data, exemptions: [granted] }, 'haixi')).toEqual(before);
  });

  it('warns of one matter that is stated under two kinds', async () => {
    const { set, data } = await sampleYear('qinghai-2015');
    const [event] = data.events;
    if (event === undefined) throw new Error('no sample event');
    const own = { ...event, region: 'haixi', matter: '示范创建', level: 'national' };
    const events = [
      { ...own, id: 'a', kind: 'quality_award' },
      { ...own, id: 'b', kind: 'model_city' },
    ];
    const { findings } = preview(set, { ...data, events }, 'haixi');
    expect(findings.map(({ code }) => code)).toContain('data-matter-in-two-kinds');
  });

  it('explains only what was asked for', async () => {
    const { set, data } = await sampleYear('qinghai-2015');
    const plan = compilePlan(set, data.period);
    const none = previewRegion(set, plan, 'haixi', data, []);
    const one = previewRegion(set, plan, 'haixi', data, ['mfg_pass_rate']);
    expect(none.derivation).toEqual([]);
    expect(one.derivation.map(({ id }) => id)).toEqual(['mfg_pass_rate']);
    expect({ ...one, derivation: [] }).toEqual(none);
  });
});

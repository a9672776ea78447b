import { expect, test } from 'vitest';
import { dataConfirmation } from '../../../src/domain/documents/kinds/data-confirmation.js';
import { sampleSource, withoutRecords } from './sample-source.js';

const source = await sampleSource();
const sheetOf = (region: string) => dataConfirmation.build(source, region);
const valueOf = (region: string, metric: string) =>
  sheetOf(region).values.find(({ id }) => id === metric);

test('a number stands with who supplied it, where it came from and who verified it', () => {
  expect(valueOf('xining', 'mfg_sampled')).toMatchObject({
    ...{ value: '820批次', lastYear: '763批次', supplier: '省质监局' },
    ...{ source: '示例：监督抽查汇总', verifier: '省质监局' },
  });
});

test.each([
  ['a rate is computed from its counts', 'mfg_rate', '94.63%', '由个数计算'],
  ['a rate that was stated stands as it was typed', 'mfg_stated_rate', '94.63%', '本单位填报'],
  [
    'a level is told by its name',
    'plan_inclusion',
    '纳入本地区国民经济和社会发展规划',
    '本单位填报',
  ],
  ['yes and no are told as such', 'yearly_scheme', '是', '本单位填报'],
])('%s', (_, metric, value, supplier) => {
  expect(valueOf('xining', metric)).toMatchObject({ value, supplier });
});

test('what was not submitted is a blank, and no nought', () => {
  expect(valueOf('xining', 'life_services')).toMatchObject({ value: null, lastYear: '' });
  expect(valueOf('guoluo', 'large_works_completed')?.value).toBe('0项');
});

test('a finding is shown to the prefecture that it is about, and a total to none', () => {
  expect(sheetOf('haixi').findings.some(({ message }) => message.includes('stated-rate'))).toBe(
    true,
  );
  for (const { id } of source.set.regions.assessed) {
    const told = sheetOf(id).findings.map(({ regionName }) => regionName);
    expect(new Set(told).size).toBeLessThanOrEqual(1);
    expect(told).not.toContain('');
  }
});

test('an event stands with its share, without what it says of another prefecture', () => {
  const [event] = sheetOf('haidong').events.filter(({ share }) => share !== '');
  expect(event).toMatchObject({ effectText: '加分', share: '0.5', occurred: '2015年3月20日' });
  expect(JSON.stringify(event)).not.toContain('两市');
});

test('no other prefecture is named', () => {
  const { values, events, findings } = sheetOf('yushu');
  const told = JSON.stringify({ values, events, findings });
  for (const { id, name } of source.set.regions.assessed.filter((one) => one.id !== 'yushu')) {
    expect(told).not.toContain(name);
    expect(told).not.toContain(`"${id}"`);
  }
});

test('without records nobody has confirmed or disputed', () => {
  expect(dataConfirmation.build(withoutRecords(source), 'haixi')).toMatchObject({
    ...{ isConfirmed: false, isDisputed: false, date: null },
  });
  expect(sheetOf('haixi')).toMatchObject({ isDisputed: true });
});

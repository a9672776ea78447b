import { expect, test } from 'vitest';
import { targetFiling } from '../../../src/domain/documents/kinds/target-filing.js';
import { sampleSource, withoutRecords } from './sample-source.js';

const source = await sampleSource();
const formOf = (region: string) => targetFiling.build(source, region);

test('a target stands beside the least that is allowed and last year’s value', () => {
  expect(formOf('xining').targets[0]).toMatchObject({
    label: '制造业产品质量合格率',
    floor: '90%',
    lastYear: '94.23%',
    filed: '93%',
    department: '省质监局',
    opinion: '示例：同意',
  });
});

test('a target that was not filed is a blank, and the set’s own is what counts', () => {
  expect(formOf('haibei').targets[0]).toMatchObject({ filed: null, used: '90%' });
});

test('a target below the least that is allowed is told, and the least counts', () => {
  const [first] = source.data.targets;
  if (first === undefined) throw new Error('no target');
  const low = { ...first, region: 'xining', metric: 'mfg_rate', value: '88' };
  const targets = [
    ...source.data.targets.filter((one) => one.region !== 'xining' || one.metric !== 'mfg_rate'),
    low,
  ];
  const form = targetFiling.build({ ...source, data: { ...source.data, targets } }, 'xining');
  expect(form.targets[0]).toMatchObject({ filed: '88%', isBelowFloor: true, used: '90%' });
});

test('a least value that was only remembered is marked 待核', () => {
  expect(formOf('xining').floorBases).toContain(
    '大中型工程一次验收合格率（纲要2015年目标）〔待核〕',
  );
});

test('without records the form is blank where a hand signs', () => {
  const form = targetFiling.build(withoutRecords(source), 'xining');
  expect(form).toMatchObject({ date: null, accepted: null, filler: '', acceptance: '' });
  expect(form.targets.every(({ opinion }) => opinion === null)).toBe(true);
});

test('a set that asks for no targets gives an empty form', async () => {
  const food = await sampleSource('qinghai-food-2024');
  expect(targetFiling.build(food, 'yushu').targets).toEqual([]);
});

import { expect, test } from 'vitest';
import { inCodeOrder } from '../../../src/domain/indicators/index.js';

test('regions are named by their administrative code, one without a code behind', () => {
  const regions = [
    { id: 'guoluo', code: '632600' },
    { id: 'zone', code: undefined },
    { id: 'haidong', code: '630200' },
    { id: 'area', code: '' },
    { id: 'xining', code: '630100' },
  ];
  expect(inCodeOrder(regions).map(({ id }) => id)).toEqual([
    ...['xining', 'haidong', 'guoluo', 'area', 'zone'],
  ]);
});

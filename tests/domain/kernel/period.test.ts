import { expect, test } from 'vitest';
import { PERIOD_PATTERN, periodYearsBack } from '../../../src/domain/kernel/period.js';

test.each([
  ['2015', 1, '2014'],
  ['2015', 0, '2015'],
  ['2000', 1, '1999'],
  ['2025-H1', 1, '2024-H1'],
  ['2023-Q1-Q3', 2, '2021-Q1-Q3'],
  ['2014-2015', 1, '2013-2014'],
  ['2020-07', 1, '2019-07'],
])('%s, %i years earlier, is %s', (period, years, earlier) => {
  expect(periodYearsBack(period, years)).toBe(earlier);
});

test.each(['2015', '2025-H1', '2023-Q1-Q3', '2014-2015', '2020-07'])('%s is a period', (id) => {
  expect(PERIOD_PATTERN.test(id)).toBe(true);
});

test.each(['', '15', '2015年', '2015-', '2015/16', 'H1-2025'])('%j is none', (id) => {
  expect(PERIOD_PATTERN.test(id)).toBe(false);
});

import { describe, expect, it } from 'vitest';
import type { RegionSet } from '../../../src/domain/indicators/index.js';
import { soundSet } from './written-set.js';

const SET = `language: 1
id: by-date
version: 1.0.0
title: 按日期的地区
status: draft
year: YEAR
window: { from: YEAR-01-01, to: YEAR-12-31 }
metrics: { x: { label: 甲, type: count } }
indicators: { a: { label: 甲, points: 100, value: x, rule: { kind: linear, zeroAt: 0, fullAt: 1 } } }
`;

/** The regions of a file as they are in one year. */
function regionsIn(year: number, regions: string): RegionSet {
  const written = { set: SET.replaceAll('YEAR', String(year)), regions };
  return soundSet(written).set.regions;
}

const QINGHAI = `groups: { old: 地区, new: 市 }
regions:
  xining: { name: 西宁市, code: 630100 }
  haidong:
    names:
      - { from: 2013-02-08, name: 海东市, code: 630200, group: new }
      - { name: 海东地区, code: 632100, group: old }
`;

describe('海东地区 632100, 海东市 630200 since February 2013', () => {
  it.each([
    [2012, '海东地区', '632100', 'old'],
    [2013, '海东市', '630200', 'new'],
    [2015, '海东市', '630200', 'new'],
  ])('is in %i called %s', (year, name, code, group) => {
    const haidong = regionsIn(year, QINGHAI).all.get('haidong');

    expect(haidong).toMatchObject({ name, code, group });
  });

  it('keeps its id and all its namings, in the order of their dates', () => {
    const haidong = regionsIn(2015, QINGHAI).all.get('haidong');

    expect(haidong?.namings.map((one) => one.name)).toEqual(['海东地区', '海东市']);
  });

  it('has the name of the last day of the year, not of the first', () => {
    const late = QINGHAI.replace('2013-02-08', '2013-12-31');

    expect(regionsIn(2013, late).all.get('haidong')?.name).toBe('海东市');
    expect(regionsIn(2012, late).all.get('haidong')?.name).toBe('海东地区');
  });
});

const SUCCESSORS = `regions:
  whole: { name: 原州, until: 2014-12-31 }
  east: { name: 东州, since: 2015-01-01, follows: [whole], by: split }
  west: { name: 西州, since: 2015-01-01, follows: [whole], by: split, lastYear: missing }
  joined: { name: 合州, since: 2015-01-01, follows: [north, south], by: merger, lastYear: sum }
  north: { name: 北州, until: 2014-12-31 }
  south: { name: 南州, until: 2014-12-31 }
  renamed: { name: 新州, since: 2015-01-01, follows: [former] }
  former: { name: 旧州, until: 2014-12-31 }
`;

describe('regions that come and go', () => {
  it('are assessed while they exist, sorted by id', () => {
    expect(regionsIn(2014, SUCCESSORS).assessed.map((one) => one.id)).toEqual([
      'former',
      'north',
      'south',
      'whole',
    ]);
    expect(regionsIn(2015, SUCCESSORS).assessed.map((one) => one.id)).toEqual([
      'east',
      'joined',
      'renamed',
      'west',
    ]);
  });

  it('stay known when they are gone, for the data of earlier years', () => {
    expect(regionsIn(2015, SUCCESSORS).all.get('former')?.name).toBe('旧州');
  });

  it('take last year over after a renaming, which is what a successor is unless it is said', () => {
    expect(regionsIn(2015, SUCCESSORS).all.get('renamed')).toMatchObject({
      follows: ['former'],
      by: 'rename',
    });
  });

  it('have no last year after a split unless the set says otherwise', () => {
    const { all } = regionsIn(2015, SUCCESSORS);

    expect(all.get('east')).toMatchObject({ by: 'split', lastYear: 'missing' });
    expect(all.get('joined')).toMatchObject({ by: 'merger', lastYear: 'sum' });
  });

  it('need no code: a development zone has none', () => {
    const zone = 'regions: { zone: { name: 经济技术开发区 } }\n';

    expect(regionsIn(2015, zone).assessed[0]).toMatchObject({ id: 'zone', code: undefined });
  });
});

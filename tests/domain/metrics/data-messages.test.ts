import { describe, expect, it } from 'vitest';
import { readYearData, DATA_FAULT_CODES } from '../../../src/domain/metrics/index.js';
import { DATA_FAULT_MESSAGES } from '../../../src/messages/data-faults.js';
import { exampleSet as set } from './example-set.js';
import { fileOf } from './read-example.js';

describe('the words for faulty data', () => {
  it('stand for every code', () => {
    for (const code of DATA_FAULT_CODES) {
      const { what, todo } = DATA_FAULT_MESSAGES[code]({ field: 'value' });
      expect(what).not.toMatch(/undefined|^$/u);
      expect(todo).not.toMatch(/undefined|^$/u);
    }
  });

  it('say what is wrong and what to do', () => {
    const text = '地区,填报数据,数值\n西宁,抽检批次,5\n西宁市,抽检批次,无\n';
    const result = readYearData([fileOf(text, 'a.csv')], set);
    const said = (result.ok ? [] : result.error).map(({ code, facts }) => {
      const message = DATA_FAULT_MESSAGES[code as (typeof DATA_FAULT_CODES)[number]](facts);
      return `${message.what}；${message.todo}`;
    });
    expect(said).toEqual([
      '不认识地区「西宁」；是不是「西宁市」？',
      '「无」说不清是没有发生、没有数据还是不适用；缺报留空，没有发生写 0，不适用写 不适用',
    ]);
  });
});

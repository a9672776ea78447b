import { describe, expect, it } from 'vitest';
import { FORM_FAULT_CODES, FORM_NOTICE_CODES } from '../../src/domain/workbooks/index.js';
import { faultMessage } from '../../src/messages/index.js';
import {
  CONTAINER_FAULT_CODES,
  WORKBOOK_FAULTS,
  WORKBOOK_NOTICES,
} from '../../src/messages/workbook-faults.js';

const ANY_FACTS = new Proxy<Record<string, string>>({}, { get: () => '甲' });
const KNOWN = [...CONTAINER_FAULT_CODES, ...FORM_FAULT_CODES];

describe('the words for workbooks', () => {
  it.each(KNOWN)('say what is wrong and what to do: %s', (code) => {
    const { what, todo } = faultMessage({ code, facts: ANY_FACTS });

    expect(what).toMatch(/\p{Script=Han}/u);
    expect(todo).toMatch(/\p{Script=Han}/u);
    expect(`${what}${todo}`).not.toMatch(/undefined|null|NaN/);
  });

  it('are there for no code that nothing raises', () => {
    expect(Object.keys(WORKBOOK_FAULTS).sort()).toEqual([...KNOWN].sort());
    expect(Object.keys(WORKBOOK_NOTICES).sort()).toEqual([...FORM_NOTICE_CODES].sort());
  });

  it('need no facts', () => {
    for (const code of KNOWN) expect(WORKBOOK_FAULTS[code]({}).what).not.toContain('undefined');
  });
});

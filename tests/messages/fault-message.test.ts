import { describe, expect, it } from 'vitest';
import { FORMULA_FAULT_CODES } from '../../src/domain/formula/index.js';
import { SET_FAULT_CODES, SET_WARNING_CODES } from '../../src/domain/indicators/index.js';
import { DOCUMENT_FAULT_CODES } from '../../src/messages/document-faults.js';
import { CATALOGUES, faultMessage } from '../../src/messages/index.js';
import { YAML_FAULT_CODES } from '../../src/messages/yaml-faults.js';

const KNOWN = [
  ...YAML_FAULT_CODES,
  ...FORMULA_FAULT_CODES,
  ...SET_FAULT_CODES,
  ...SET_WARNING_CODES,
  ...DOCUMENT_FAULT_CODES,
];

/** Facts of which none is missing. */
const ANY_FACTS = new Proxy<Record<string, string>>({}, { get: () => '甲' });

describe('the catalogue of messages', () => {
  it.each(KNOWN)('has a Chinese text for %s', (code) => {
    const { what, todo } = faultMessage({ code, facts: ANY_FACTS });

    expect(what).toMatch(/\p{Script=Han}/u);
    expect(todo).toMatch(/\p{Script=Han}/u);
    expect(`${what}${todo}`).not.toMatch(/undefined|null|NaN|\[object/);
    expect(what).toMatch(/[。？！；）]$/u);
    expect(todo).toMatch(/[。？！；）]$/u);
  });

  it('knows no code twice', () => {
    const codes = Object.values(CATALOGUES).flatMap((catalogue) => Object.keys(catalogue));

    expect(codes).toHaveLength(new Set(codes).size);
  });

  it('has no text for a code that nothing raises', () => {
    const codes = Object.values(CATALOGUES).flatMap((catalogue) => Object.keys(catalogue));
    const known = new Set<string>(KNOWN);

    expect(codes.filter((code) => /^(?:yaml|formula)-/.test(code) && !known.has(code))).toEqual([]);
  });

  it('ends every sentence, whichever catalogue it comes from', () => {
    expect(faultMessage({ code: 'yaml-tab', facts: {} }).todo).toBe('改用空格，每级缩进两个空格。');
  });

  it('calls a code that it does not know a bug', () => {
    expect(() => faultMessage({ code: 'no-such-code', facts: {} })).toThrow(RangeError);
  });
});

import { placeInJson } from '../../domain/kernel/json-places.js';
import type { LocatedDocument } from '../../domain/kernel/fault.js';
import { failure } from '../../domain/kernel/result.js';
import { readDataDocument } from '../../domain/metrics/read-data-document.js';
import type { JsonFaultCode } from '../../messages/json-faults.js';
import type { DataSource } from '../../ports/data-source.js';

/**
 * A year's data in JSON: the keys of the YAML file. A number of JSON has at most fifteen digits,
 * because programs pass more of them on wrongly; a longer one is sent as a text.
 */
export const jsonDataSource: DataSource = {
  endings: ['.json'],
  read(content, file) {
    const fault = (code: JsonFaultCode, place = { line: 1, column: 1 }, facts = {}) =>
      failure([{ code, file, ...place, facts }]);
    let text: string;
    let value: unknown;
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    } catch {
      return fault('json-encoding');
    }
    try {
      value = JSON.parse(text);
    } catch {
      return fault('json-syntax');
    }
    const found = longNumber(text);
    if (found !== undefined) {
      const before = text.slice(0, found.index).split('\n');
      const place = { line: before.length, column: (before.at(-1) ?? '').length + 1 };
      return fault('json-number-long', place, { text: found.number });
    }
    const document: LocatedDocument = {
      file,
      value,
      locate: (path, part) => ({ file, ...placeInJson(text, path, part) }),
    };
    return readDataDocument(document);
  },
};

const TOKENS = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;
const MAX_DIGITS = 15;

/** A number whose digits a float does not keep, or that is written with an exponent. */
function longNumber(text: string): { readonly number: string; readonly index: number } | undefined {
  for (const { 0: token, index } of text.matchAll(TOKENS)) {
    if (token.startsWith('"')) continue;
    const digits = token.replace(/^-?0*\.?0*/, '').replace('.', '');
    if (digits.length > MAX_DIGITS || /[eE]/.test(token)) return { number: token, index };
  }
  return undefined;
}

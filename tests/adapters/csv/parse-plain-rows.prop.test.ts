import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvDataSource } from '../../../src/adapters/csv/csv-data-source.js';
import { isPlainCsv, parsePlainRows } from '../../../src/adapters/csv/parse-plain-rows.js';
import { parseRows } from '../../../src/adapters/csv/parse-rows.js';
import { quickCsvSource } from '../../../src/adapters/csv/quick-csv-source.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the short reader of CSV', () => {
  it('cuts every text without quotation marks as the package cuts it', () => {
    const piece = fc.constantFrom(
      ...[
        '地区',
        '数值',
        ',',
        ';',
        '\t',
        '\n',
        '\r\n',
        '\r',
        ' ',
        'a',
        '1.50',
        '\u2028',
        '\ufeff',
        "'",
      ],
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }),
        fc.integer({ min: 1, max: 5 }),
        (texts, most) => {
          const text = texts.join('');
          expect(isPlainCsv(bytes(text))).toBe(true);
          expect(parsePlainRows(text, most)).toEqual(parseRows(text, most));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['a quotation mark', '地区,填报数据,数值\na,b,"1'],
    ['an endless line', `地区,填报数据,数值\na,b,${'1'.repeat(100_001)}`],
  ])('leaves a file with %s to the package', async (_, text) => {
    expect(isPlainCsv(bytes(text))).toBe(false);
    const read = await quickCsvSource(csvDataSource.read).read(bytes(text), 'a.csv');
    expect(read).toEqual(csvDataSource.read(bytes(text), 'a.csv'));
    expect(read.ok).toBe(false);
  });

  it('sees a quotation mark in UTF-16 too', () => {
    expect(isPlainCsv(Buffer.from('\ufeff地区,"a"', 'utf16le'))).toBe(false);
  });
});

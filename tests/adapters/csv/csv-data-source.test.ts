import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvDataSource } from '../../../src/adapters/csv/csv-data-source.js';
import { CSV_FAULT_CODES, CSV_FAULTS } from '../../../src/messages/csv-faults.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function records(content: Uint8Array | string): unknown {
  const result = csvDataSource.read(
    typeof content === 'string' ? bytes(content) : content,
    'a.csv',
  );
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.records.map(({ kind, fields }) => ({ kind, ...fields }));
}

function faultsOf(content: Uint8Array | string): string[] {
  const result = csvDataSource.read(
    typeof content === 'string' ? bytes(content) : content,
    'a.csv',
  );
  return result.ok ? [] : result.error.map(({ code, line, column }) => `${code} ${line}:${column}`);
}

const ROWS = [
  { kind: 'value', region: '西宁市', metric: '抽检批次', value: '16092' },
  { kind: 'value', region: '海东市', metric: '抽检批次', value: '6697' },
];
// 地区,填报数据,数值 西宁市,抽检批次,16092 海东市,抽检批次,6697 as Chinese Windows writes it
const GB18030 = Uint8Array.from(
  Buffer.from(
    [
      'b5d8c7f8 2c ccee b1a8 cafd bedd 2c cafd d6b5 0d0a',
      'cef7c4fecad0 2c b3e9bcecc5fab4ce 2c 3136303932 0d0a',
      'baa3b6abcad0 2c b3e9bcecc5fab4ce 2c 36363937 0d0a',
    ]
      .join('')
      .replaceAll(' ', ''),
    'hex',
  ),
);

describe('a CSV data file', () => {
  const text = '地区,填报数据,数值\r\n西宁市,抽检批次,16092\r\n海东市,抽检批次,6697\r\n';

  it.each([
    ['UTF-8', bytes(text)],
    ['UTF-8 with a byte order mark', bytes(`\ufeff${text}`)],
    [
      'UTF-16 as Excel writes it',
      Uint8Array.from(Buffer.from(`\ufeff${text.replaceAll(',', '\t')}`, 'utf16le')),
    ],
    ['GB18030', GB18030],
    ['LF', bytes(text.replaceAll('\r\n', '\n'))],
    ['semicolons', bytes(text.replaceAll(',', ';'))],
    ['tabs', bytes(text.replaceAll(',', '\t'))],
    ['quoted cells', bytes(text.replace(/[^,\r\n]+/g, '"$&"'))],
    ['blank rows', bytes(`${text},,\r\n\r\n`)],
  ])('reads the same from %s', (_, content) => {
    expect(records(content)).toEqual(ROWS);
  });

  it('knows the kind of its records by the header, in Chinese or English', () => {
    expect(records('region,indicator,stage,points,reason\nxining,a,self,1,"x, ""y"""')).toEqual([
      {
        kind: 'mark',
        region: 'xining',
        indicator: 'a',
        stage: 'self',
        points: '1',
        reason: 'x, "y"',
      },
    ]);
    expect(records('编号,事项类别,市州,份额\ne1,award,西宁市,0.5')).toEqual([
      { kind: 'award', id: 'e1', region: '西宁市', share: '0.5' },
    ]);
    expect(records('市州,填报数据,目标值\n西宁市,合格率,98')).toEqual([
      { kind: 'target', region: '西宁市', metric: '合格率', value: '98' },
    ]);
    expect(records('市州,年度,等级\n西宁市,2014,A')).toEqual([
      { kind: 'history', region: '西宁市', period: '2014', grade: 'A' },
    ]);
  });

  it('takes a formula of a spreadsheet as the text that it is', () => {
    expect(records('地区,填报数据,数值\n=HYPERLINK(A1),+1,@a')).toEqual([
      { kind: 'value', region: '=HYPERLINK(A1)', metric: '+1', value: '@a' },
    ]);
  });

  it('places a record by the line on which it begins and the number of the cell', () => {
    const result = csvDataSource.read(
      bytes('地区,填报数据,数值,来源\r\na,b,1,"x\r\ny"\r\n\r\nc,d,2,z\r\n'),
      'a.csv',
    );
    if (!result.ok) throw new Error('refused');
    expect(result.value.records.map((record) => record.placeOf('value'))).toEqual([
      { file: 'a.csv', line: 2, column: 3 },
      { file: 'a.csv', line: 5, column: 3 },
    ]);
  });

  it.each([
    ['', 'csv-empty 1:1'],
    ['\n\n', 'csv-empty 1:1'],
    ['地区,填报数据,数值\na,b,"1', 'csv-quotes 2:3'],
    ['地区,填报数据,数值\na,b,"1"2\nc,d,3', 'csv-quotes 2:3'],
    ['地区,填报数据,数植\n', 'csv-unknown-column 1:3'],
    ['地区,填报数据,\na,b,1', 'csv-column-without-name 2:3'],
    ['地区,填报数据,数值,值\n', 'csv-column-twice 1:4'],
    ['地区,期间\na,2024', 'csv-unknown-kind 1:1'],
    ['地区,数值\na,2024', 'csv-missing-column 1:1'],
    ['地区,填报数据,数值,等级\n', 'csv-unwanted-column 1:4'],
    ['地区,填报数据,数值\na,b,1,234', 'csv-too-many-fields 2:4'],
    ['地区,填报数据,数值\na,b\u202e,1', 'csv-control-character 2:2'],
  ])('refuses %j', (content, fault) => {
    expect(faultsOf(content)).toContain(fault);
  });

  it('tells all faults of a file at once', () => {
    expect(faultsOf('地区,填报数据,数值\na,b,"1"2\nc\u0007,d,3\ne,f,4,5\ng,"h"i,6')).toEqual([
      'csv-quotes 2:3',
      'csv-control-character 3:1',
      'csv-too-many-fields 4:4',
      'csv-quotes 5:2',
    ]);
  });

  it('refuses what is no text in any encoding it knows, and what is too large', () => {
    expect(faultsOf(Uint8Array.from([0x61, 0xff, 0xff, 0x2c]))).toEqual(['csv-encoding 1:1']);
    expect(faultsOf(new Uint8Array(20 * 1024 * 1024 + 1))).toEqual(['csv-too-large 1:1']);
  });

  it.each([
    ['commas', ','.repeat(1e6)],
    ['quotation marks', '"'.repeat(1e6)],
    ['an open quotation', `地区,填报数据,数值\n"${'a,b,1\n'.repeat(1e5)}`],
    ['line ends', '\n'.repeat(1e6)],
  ])('survives a flood of %s', (_, content) => {
    expect(faultsOf(content).length).toBeGreaterThan(0);
  });

  it('never throws, whatever the bytes', () => {
    const pieces = fc.constantFrom(
      '地区,填报数据,数值\n',
      ',',
      '"',
      '\n',
      '\r',
      '\t',
      ';',
      'a',
      '\0',
      '\ufeff',
    );
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 20 }),
        fc.uint8Array({ maxLength: 40 }),
        (texts, rest) => {
          csvDataSource.read(Uint8Array.from([...bytes(texts.join('')), ...rest]), 'a.csv');
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('has words for every fault', () => {
    for (const code of CSV_FAULT_CODES) {
      expect(CSV_FAULTS[code]({}).what).not.toBe('');
      expect(CSV_FAULTS[code]({}).todo).not.toBe('');
    }
  });
});

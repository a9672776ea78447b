import { expect, it } from 'vitest';
import { packWorkbook, unpackWorkbook } from '../../../src/adapters/xlsx/pack-workbook.js';
import { readWorkbook } from '../../../src/adapters/xlsx/read-workbook.js';
import type { RawCell, RawWorkbook } from '../../../src/domain/workbooks/index.js';
import { bytesOf } from './haidong-form.js';

/** What arrives of a workbook on the other side. */
function arrived(workbook: RawWorkbook): RawWorkbook {
  return unpackWorkbook(structuredClone(packWorkbook(workbook)));
}

it('a form arrives from its thread as it was read', async () => {
  const read = readWorkbook(await bytesOf());
  if (!read.ok) throw new Error(read.error.code);
  expect(arrived(read.value)).toEqual(read.value);
});

it('every kind of cell arrives, stored by a formula or not', () => {
  const kinds: readonly RawCell['kind'][] = [
    'text',
    'number',
    'percent',
    'boolean',
    'date',
    'error',
    'blank',
  ];
  const cells = kinds.flatMap((kind, index) =>
    [false, true].map((isFormula) => ({
      row: 1_048_576 - index,
      column: 16_384,
      text: kind === 'blank' ? '' : `${kind}堃`,
      kind,
      isFormula,
    })),
  );
  const workbook = {
    sheets: [{ name: '数据', isHidden: true, cells, merges: [[1, 2, 3, 4]] as const }],
  };
  expect(arrived(workbook)).toEqual(workbook);
});

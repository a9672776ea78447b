import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { annotateWorkbook } from '../../../src/adapters/xlsx/annotate-workbook.js';
import { readWorkbook } from '../../../src/adapters/xlsx/read-workbook.js';
import { readForm } from '../../../src/domain/workbooks/index.js';
import { bytesOf } from './haidong-form.js';
import { scratchFolder } from './workbook-ports.js';

/** Finds LibreOffice; undefined where there is none. */
function officeVersion(): string | undefined {
  try {
    return execFileSync('soffice', ['--version'], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}

const office = officeVersion();
const folder = scratchFolder();

/** Opens a workbook in LibreOffice and saves it again. */
function throughLibreOffice(bytes: Uint8Array, name: string): Uint8Array {
  writeFileSync(join(folder, `${name}.xlsx`), bytes);
  const out = join(folder, 'saved');
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  execFileSync(
    'soffice',
    [profile, '--headless', '--convert-to', 'xlsx', '--outdir', out, join(folder, `${name}.xlsx`)],
    { stdio: 'ignore', timeout: 60_000 },
  );
  return readFileSync(join(out, `${name}.xlsx`));
}

/** What a form says, without where. */
function sayings(bytes: Uint8Array) {
  const raw = readWorkbook(bytes);
  if (!raw.ok) throw new Error(JSON.stringify(raw.error));
  const form = readForm(raw.value, '海东市.xlsx');
  if (!form.ok) throw new Error(JSON.stringify(form.error));
  const { form: mark, records } = form.value;
  return {
    mark,
    records: records.map((record) => [record.kind, record.fields, record.placeOf('value')]),
  };
}

describe(`a form that LibreOffice saved (${office ?? 'not installed: not tried'})`, () => {
  it.skipIf(office === undefined)(
    'reads as before',
    async () => {
      const bytes = await bytesOf();
      expect(sayings(throughLibreOffice(bytes, 'form'))).toEqual(sayings(bytes));
    },
    90_000,
  );

  it.skipIf(office === undefined)(
    'reads as before with our notes on it',
    async () => {
      const bytes = await bytesOf();
      const saved = throughLibreOffice(bytes, 'saved-first');
      const note = { sheet: '填报数据', row: 6, column: 7, text: '【错误】请核对' };
      const noted = await annotateWorkbook(saved, [note]);
      expect(sayings(throughLibreOffice(noted, 'noted'))).toEqual(sayings(bytes));
    },
    90_000,
  );
});

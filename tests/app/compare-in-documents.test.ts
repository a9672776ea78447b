import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { loadDocumentSource } from '../../src/app/load-document-source.js';
import { PORTS } from '../domain/preview/sample-year.js';

const folder = mkdtempSync(join(tmpdir(), 'kaoheng-against-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a changed set is compared over its own sample, not over that of a set of the same id on the shelf', async () => {
  cpSync('indicators/qinghai-food-2024', folder, { recursive: true });
  const sample = join(folder, 'data', '2024.yaml');
  const text = readFileSync(sample, 'utf8');
  // 海东's 70 failed batches become 700: whoever looks elsewhere sees the score move.
  expect(text).toMatch(/failed: 70\b/);
  writeFileSync(sample, text.replace(/failed: 70\b/, 'failed: 700'));

  const source = await loadDocumentSource(PORTS, folder, {
    against: 'qinghai-food-2024',
    say: () => ({ level: 'note', levelText: '', message: '', region: '', regionName: '' }),
  });
  if (!source.ok) throw new Error(JSON.stringify(source.error));
  const haidong = source.value.comparison?.regions.find((region) => region.id === 'haidong');
  expect(haidong?.after.score).toBe('89.55');
  expect(haidong?.before.score).toBe('89.55');
});

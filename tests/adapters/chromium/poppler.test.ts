import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createChromiumRenderer } from '../../../src/adapters/chromium/chromium-renderer.js';
import { templateFolder } from '../../../src/adapters/handlebars/template-folder.js';
import { FOOD } from '../../templates/fixtures.js';

const isAbsent = spawnSync('pdffonts', ['-v']).error !== undefined;
if (isAbsent) {
  console.warn('poppler (pdffonts, pdftotext) is not installed: its second opinion is left out.');
}

describe('a second opinion on a printed notice', () => {
  test.skipIf(isAbsent)(
    'poppler finds every font embedded as a TrueType subset, and the ranking as text',
    async () => {
      const renderer = createChromiumRenderer();
      const folder = mkdtempSync(join(tmpdir(), 'kaoheng-poppler-'));
      try {
        const filled = await templateFolder('templates').fill('result-notice', [FOOD]);
        if (!filled.ok) throw new Error(filled.error.code);
        const printed = await renderer.render(filled.value);
        if (!printed.ok) throw new Error(printed.error.code);
        const path = join(folder, 'notice.pdf');
        writeFileSync(path, printed.value.pdf);

        const fonts = spawnSync('pdffonts', [path], { encoding: 'utf8' }).stdout;
        const rows = fonts.trim().split('\n').slice(2);
        expect(rows.length).toBeGreaterThan(1);
        // name, type, encoding, then: embedded, subset, with Unicode.
        for (const row of rows) expect(row).toMatch(/CID TrueType .* yes yes yes /);

        const text = spawnSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).stdout;
        for (const { name, score } of FOOD.regions) {
          expect(text.replaceAll(/\s/g, '')).toContain(`${name}${score}`);
        }
      } finally {
        await renderer.close();
        rmSync(folder, { recursive: true, force: true });
      }
    },
    30_000,
  );
});

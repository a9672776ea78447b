import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createChromiumRenderer } from '../../../src/adapters/chromium/chromium-renderer.js';
import { qrSvg, runMark } from '../../../src/adapters/qr/qr-svg.js';
import { documentOf, filledWith, RUN_HASH } from '../chromium/filled.js';

/** jsQR is a CommonJS module whose types say otherwise. */
const readQr = createRequire(import.meta.url)('jsqr') as (
  pixels: Uint8ClampedArray,
  width: number,
  height: number,
) => { data: string } | null;

const isAbsent = spawnSync('pdftoppm', ['-v']).error !== undefined;
if (isAbsent) console.warn('poppler (pdftoppm) is not installed: no QR code is read from a page.');

/** The first page as pixels: poppler's PPM is a header and bytes of red, green and blue. */
function pixelsOf(pdf: Uint8Array, dpi: number) {
  const folder = mkdtempSync(join(tmpdir(), 'kaoheng-qr-'));
  try {
    writeFileSync(join(folder, 'page.pdf'), pdf);
    const args = ['-r', String(dpi), '-f', '1', '-l', '1', '-singlefile'];
    spawnSync('pdftoppm', [...args, join(folder, 'page.pdf'), join(folder, 'page')]);
    const ppm = readFileSync(join(folder, 'page.ppm'));
    const [header = '', width, height] =
      /^P6\s(\d+)\s(\d+)\s255\s/.exec(ppm.subarray(0, 40).toString('latin1')) ?? [];
    const rgb = ppm.subarray(header.length);
    const pixels = new Uint8ClampedArray((rgb.length / 3) * 4).fill(255);
    for (let at = 0; at < rgb.length / 3; at++) {
      pixels.set(rgb.subarray(at * 3, at * 3 + 3), at * 4);
    }
    return { pixels, width: Number(width), height: Number(height) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("the mark of a run's hash", () => {
  test('has squares and the quiet zone that readers need', () => {
    const svg = qrSvg('AB12'.repeat(16));
    expect(svg).toContain('viewBox="0 0 41 41"');
    // The upper left finder pattern begins after four white modules.
    expect(svg).toContain('M4 4h7v1h-7z');
  });

  test('is nothing where there is no hash', () => {
    expect(runMark('<script>')).toBe('none');
    expect(runMark('')).toBe('none');
  });

  test.skipIf(isAbsent)(
    'is read from a printed page, upright and turned, drawn in lines of 15 mm',
    async () => {
      const renderer = createChromiumRenderer();
      try {
        const box = (place: string) =>
          `@${place} { content: ''; width: 15mm; height: 15mm; background: var(--run-mark) 0 0 / 15mm 15mm no-repeat; }`;
        const css = `:root { --run-mark: ${runMark(RUN_HASH)}; } @page { ${box('top-left')} } @page wide { ${box('top-left')} }`;
        for (const endsWide of [false, true]) {
          const body = documentOf(1, { hasColophon: false, endsWide });
          const text = endsWide
            ? body.replace('<h1>考核结果</h1>', '').replace('第1节', '考核结果')
            : body;
          const printed = await renderer.render(filledWith(text, { css }));
          if (!printed.ok) throw new Error(printed.error.code);
          expect(Buffer.from(printed.value.pdf).toString('latin1')).not.toContain(
            '/Subtype /Image',
          );
          const { pixels, width, height } = pixelsOf(printed.value.pdf, 200);
          expect(readQr(pixels, width, height)?.data).toBe(RUN_HASH.toUpperCase());
        }
      } finally {
        await renderer.close();
      }
    },
    60_000,
  );
});

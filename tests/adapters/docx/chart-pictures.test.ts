import { beforeAll, describe, expect, test } from 'vitest';
import { createOfficeWriter } from '../../../src/adapters/docx/create-office-writer.js';
import { createPictures } from '../../../src/adapters/pictures/draw-picture.js';
import { openArchive } from '../../../src/adapters/xlsx/zip-archive.js';
import { rankingCharts } from '../../../src/domain/documents/charts/describe-charts.js';
import { drawChart } from '../../../src/domain/documents/index.js';
import { sampleSource } from '../../domain/documents/sample-source.js';
import { partOf } from './drafts.js';
import { printedByLibreOffice } from './libre-office.js';
import { shippedDocument, shippedDraft } from './shipped-drafts.js';

let draft: Uint8Array;
let drawing: string;
beforeAll(async () => {
  draft = await shippedDraft('score-summary');
  const [chart] = rankingCharts(await sampleSource());
  if (chart === undefined) throw new Error('no chart');
  drawing = drawChart(chart);
}, 60_000);

/** The width and height that a PNG says of itself. */
function sizeOf(png: Buffer): readonly [number, number] {
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

describe('a chart in a Word draft', () => {
  test('is a picture of 300 dots to the inch, with the chart’s words for who cannot see it', () => {
    const archive = openArchive(draft);
    const pictures = archive.names.filter((name) => name.startsWith('word/media/'));
    expect(pictures).toEqual(['word/media/picture1.png', 'word/media/picture2.png']);
    for (const name of pictures) expect(sizeOf(archive.read(name))[0]).toBe(1843);
    const xml = partOf(draft);
    expect(xml).toMatch(/<wp:docPr id="1" name="图1" descr="[^"]*得分：西宁市93\.30分（A级）/);
    expect(xml).not.toContain('〔图，见打印件〕');
    expect(partOf(draft, '[Content_Types].xml')).toContain('Extension="png"');
    const relations = partOf(draft, 'word/_rels/document.xml.rels');
    expect(relations).toContain('Target="media/picture2.png"');
  });

  test('keeps its proportions and stays within the page', () => {
    const archive = openArchive(draft);
    const sizes = [...partOf(draft).matchAll(/<wp:extent cx="(\d+)" cy="(\d+)"\/>/g)];
    expect(sizes).toHaveLength(2);
    for (const [index, [, cx, cy]] of sizes.entries()) {
      const [width, height] = sizeOf(archive.read(`word/media/picture${String(index + 1)}.png`));
      expect(Number(cx) / Number(cy)).toBeCloseTo(width / height, 2);
      // 36,000 units to the millimetre; no larger than in print, and with room for a caption.
      expect(Number(cx) / 36_000).toBeLessThanOrEqual(156);
      expect(Number(cy) / 36_000).toBeLessThanOrEqual(131);
    }
  });

  test('is drawn to the same bytes by another writer', async () => {
    const [one, other] = [await createPictures()(drawing), await createPictures()(drawing)];
    expect(one?.png.length).toBeGreaterThan(10_000);
    expect(Buffer.from(one?.png ?? []).equals(Buffer.from(other?.png ?? []))).toBe(true);
  });

  test('is drawn whatever a name contains', async () => {
    const hostile = drawing.replaceAll('西宁市', '&lt;b&gt;&nbsp;😀\u202e浉䶮');
    expect((await createPictures()(hostile))?.png.length).toBeGreaterThan(10_000);
  });

  test('is its words, with a notice, where there is nothing to draw it with', async () => {
    const written = await createOfficeWriter().docx(await shippedDocument('score-summary'));
    if (!written.ok) throw new Error(written.error.code);
    const { docx, notices } = written.value;
    expect(partOf(docx)).toContain('〔图，见打印件〕市州人民政府质量工作考核得分：西宁市93.30分');
    expect(openArchive(docx).names.filter((name) => name.includes('media'))).toEqual([]);
    expect(notices).toEqual([expect.stringContaining('2幅图没有画出')]);
  });

  test('is shown by LibreOffice', ({ skip }) => {
    const pdf = printedByLibreOffice(draft);
    if (pdf === undefined) return skip('LibreOffice is not installed here');
    // Each with a mask of its own, since its background is a colour.
    const images = Buffer.from(pdf)
      .toString('latin1')
      .match(/\/SMask \d+ 0 R/g);
    expect(images).toHaveLength(2);
  }, 120_000);
});

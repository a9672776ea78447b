import { describe, expect, test } from 'vitest';
import { fillDocuments } from '../../../src/app/fill-documents.js';
import { templateFolder } from '../../../src/adapters/handlebars/template-folder.js';
import type { DocumentSource } from '../../../src/domain/documents/document-source.js';
import { admonitionNotice } from '../../../src/domain/documents/kinds/admonition-notice.js';
import { sampleSource, withoutRecords } from './sample-source.js';

const source = await sampleSource();

/** The same year, with a region that the consequences call to a talk. */
function called(region: string): DocumentSource {
  const regions = source.run.regions.map((one) =>
    one.id === region ? { ...one, consequences: [...one.consequences, 'admonition'] } : one,
  );
  return { ...withoutRecords(source), run: { ...source.run, regions } };
}

async function print(from: DocumentSource, region?: string): Promise<string> {
  const templates = templateFolder('templates');
  const filled = await fillDocuments(templates, from, { template: 'admonition-notice', region });
  if (!filled.ok) throw new Error(JSON.stringify(filled.error));
  return filled.value.body;
}

describe('a 约谈通知', () => {
  test('is due where the set’s consequences call for it, and gives them as the reason', () => {
    const notice = admonitionNotice.build(called('guoluo'), 'guoluo');
    expect(notice.isDue).toBe(true);
    expect(notice.reasons).toEqual([
      '连续两年考核结果为D级，由省政府分管负责人约谈市（州）人民政府负责人',
    ]);
  });

  test('is due where the office decided it and recorded why', () => {
    const notice = admonitionNotice.build(source, 'haidong');
    expect(notice.isDue).toBe(true);
    expect(notice.reasons[0]).toMatch(/^示例：/);
    expect(notice).toMatchObject({ date: '2015年12月3日', time: '上午9时30分' });
  });

  test('is not due for a D of one year alone', () => {
    expect(admonitionNotice.build(withoutRecords(source), 'haidong').isDue).toBe(false);
  });

  test('for a region that is not called is no notice at all, and says that none is due', async () => {
    const said = await print(source, 'xining');
    expect(said).toContain('本年度不需约谈，不制发约谈通知');
    expect(said).not.toContain('class="heading"');
    expect(said).not.toContain('定于');
  });

  test('where nobody is named, is printed only for those who are called', async () => {
    const said = await print(called('guoluo'));
    expect(said.match(/<article/g)).toHaveLength(1);
    expect(said).toContain('<p class="addressees"><data class="figure" value="government:guoluo">');
  });
});

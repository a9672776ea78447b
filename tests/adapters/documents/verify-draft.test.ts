import { describe, expect, it, test } from 'vitest';
import { NOTICE } from '../docx/drafts.js';
import { differencesOf } from './edited-drafts.js';

/** A notice whose free text speaks of numbers and names too. */
const BODY = `${NOTICE.replace('</main>', '')}
<p>A级（2个）：海东市、西宁市。</p>
<p>本年度共抽检8个地区，合格率为97.5%。</p>
<table><thead><tr><th>名次</th><th>地区</th><th>得分</th></tr></thead>
<tbody><tr><td>1</td><td>海东市</td><td>98.95</td></tr><tr><td>2</td><td>黄南州</td><td>98.75</td></tr></tbody></table></main>`;

const codes = async (change: (xml: string) => string, numbers: readonly string[] = []) =>
  (await differencesOf(BODY, change, numbers)).map(({ code, said, found }) => [code, said, found]);

/** A sentence that a leader adds. */
const added = (text: string) => (xml: string) =>
  xml.replace('<w:p>', `<w:p><w:r><w:t>${text}</w:t></w:r></w:p><w:p>`);

describe('a draft as it was handed out', () => {
  test('agrees with its run', async () => {
    expect(await codes((xml) => xml)).toEqual([]);
  });

  test('agrees when its sentences are rewritten, its date and number filled in', async () => {
    const change = (xml: string) =>
      added('各地要高度重视，抓好整改，于10月30日前报送。')(xml)
        .replace('现将', '现正式将')
        .replace('　　　　年　　月　　日', '2015年9月18日')
        .replace('〔　　　〕　　号', '〔2015〕3号');
    expect(await codes(change)).toEqual([]);
  });
});

describe('of a figure of the run it is told', () => {
  it('when it was changed, with where it stands', async () => {
    const change = (xml: string) => xml.replace('>98.95<', '>98.59<');
    const [difference, ...others] = await differencesOf(BODY, change);
    expect(others).toEqual([]);
    expect(difference).toMatchObject({ code: 'figure-changed', tag: 'score:haidong' });
    expect(difference).toMatchObject({ said: '98.95', found: '98.59' });
    expect(difference?.place).toMatchObject({ kind: 'paragraph', start: '海东市得98.59分，居' });
  });

  it('when its name was misspelt', async () => {
    const change = (xml: string) => xml.replace('>海东市<', '>海冬市<');
    expect(await codes(change)).toContainEqual(['figure-changed', '海东市', '海冬市']);
  });

  it('when its characters were set in several runs: then it still agrees', async () => {
    const change = (xml: string) => xml.replace('>98.95<', '>98</w:t></w:r><w:r><w:t>.95<');
    expect(await codes(change)).toEqual([]);
  });

  it('when it was taken out with its sentence', async () => {
    const change = (xml: string) =>
      xml.replace(/<w:p>(?:(?!<\/w:p>).)*rank:haidong.*?<\/w:p>/s, '');
    expect(await codes(change)).toContainEqual(['figure-vanished', '1', '']);
  });

  const withoutTags = (xml: string) => xml.replace(/<w:tag w:val="[^"]*"\/>/g, '');

  it('when its tag was lost: then its bookmark says what it is', async () => {
    expect(await codes(withoutTags)).toEqual([]);
    const change = (xml: string) => withoutTags(xml).replace('>98.95<', '>98.59<');
    const [difference, ...others] = await differencesOf(BODY, change);
    expect(others).toEqual([]);
    expect(difference).toMatchObject({ code: 'figure-changed', tag: 'score:haidong' });
  });

  it('when its tag is another one than its bookmark: then the tag counts', async () => {
    const change = (xml: string) => xml.replace('w:val="rank:haidong"', 'w:val="score:haidong"');
    expect(await codes(change)).toContainEqual(['figure-changed', '98.95', '1']);
  });

  it('when its tag and its bookmark were lost', async () => {
    const change = (xml: string) =>
      xml.replace(
        /<w:bookmarkStart[^>]*><w:sdt><w:sdtPr>(?:(?!<\/w:sdtPr>).)*score:haidong.*?<w:sdtContent>(.*?)<\/w:sdtContent><\/w:sdt>/s,
        '$1',
      );
    expect(await codes(change)).toEqual([['figure-unmarked', '98.95', '']]);
  });

  it('when the run does not know it', async () => {
    const change = (xml: string) => xml.replace('w:val="rank:haidong"', 'w:val="rank:nowhere"');
    expect(await codes(change)).toContainEqual(['figure-unknown', '', '1']);
  });

  it('when it was struck out with changes tracked', async () => {
    const change = (xml: string) =>
      xml.replace(
        /<w:t xml:space="preserve">98\.95<\/w:t><\/w:r>/,
        '<w:delText>98.95</w:delText></w:r><w:ins><w:r><w:t>99.95</w:t></w:r></w:ins>',
      );
    expect(await codes(change)).toEqual([['figure-changed', '98.95', '99.95']]);
  });
});

describe('of free text it is told', () => {
  test.each([
    [
      'the place of a changed number in a sentence',
      '共抽检8个',
      '共抽检9个',
      ['number-changed', '8', '9'],
    ],
    [
      'a name put for another',
      '海东市、西宁市。',
      '海东市、黄南州。',
      ['names-changed', '西宁市', '黄南州'],
    ],
    [
      'a name left out',
      '海东市、西宁市。',
      '海东市。',
      ['names-changed', '海东市、西宁市', '海东市'],
    ],
    ['a number in a row without marks', '>98.75<', '>97.85<', ['number-changed', '98.75', '97.85']],
  ])('%s', async (_, before, after, difference) => {
    expect(await codes((xml) => xml.replace(before, after))).toEqual([difference]);
  });

  test.each([
    ['其中海东市得97.89分', ['number-unknown', '', '97.89']],
    ['居全省第6名', ['number-unknown', '', '6']],
    ['同比提高3.2个百分点', ['number-unknown', '', '3.2']],
    ['对海冬市予以表扬', ['name-misspelt', '海东市', '海冬市']],
    ['对黄州南予以表扬，东海市次之', ['name-misspelt', '海东市', '东海市']],
    ['表扬：格尔木市、海东市', ['name-unknown', '', '格尔木市']],
  ])('“%s” in a sentence that was added', async (text, difference) => {
    expect(await codes(added(text))).toContainEqual(difference);
  });

  test.each([
    '其中海东市得98.95分，居第1名',
    '各市州要在30日内整改，全省共8个市州',
    '会议于2015年9月18日下午3时30分召开',
    '海东市、西宁市和有关县区',
    '省质监局、市场监管局要加强指导',
  ])('nothing about “%s”', async (text) => {
    expect(await codes(added(text))).toEqual([]);
  });

  test('nothing about a number that stands in the run and not in the document', async () => {
    expect(await codes(added('工程质量得13.20分'), ['13.2'])).toEqual([]);
  });
});

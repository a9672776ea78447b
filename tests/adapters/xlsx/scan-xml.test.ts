import { describe, expect, it } from 'vitest';
import { decodeTexts } from '../../../src/adapters/xlsx/decode-xml.js';
import { scanXml } from '../../../src/adapters/xlsx/scan-xml.js';

/** The values of one attribute in all tags of a text. */
function valuesOf(name: string, xml: string): readonly (string | undefined)[] {
  const values: (string | undefined)[] = [];
  scanXml(Buffer.from(xml), {
    open(_, attributes) {
      values.push(attributes.value(name));
    },
  });
  return values;
}

describe('an attribute', () => {
  it.each([
    ['among others', '<c r="B2" t="s" s="3"/>', 's'],
    ['with a prefix', '<c x:t="s"/>', 's'],
    ['in single quotes', `<c t='s'/>`, 's'],
    ['with blanks and line breaks around its sign', '<c\n\tt = \n"s" />', 's'],
    ['behind a value that looks like it', `<c r=' t="no"' t="s"/>`, 's'],
    ['behind a name that ends like it', '<c rt="no" t="s"/>', 's'],
    ['with entities', '<c t="A&amp;B &#x4E2D;"/>', 'A&B 中'],
    ['with characters outside of ASCII', '<c t="海东市"/>', '海东市'],
    ['with an end of a tag inside', '<c t="a>b"/>', 'a>b'],
    ['that is empty', '<c t=""/>', ''],
    ['that is not there', '<c r="t"/>', undefined],
    ['without quotes', '<c t=s/>', undefined],
  ])('is read %s', (_, xml, value) => {
    expect(valuesOf('t', xml)).toEqual([value]);
  });
});

describe('a text', () => {
  it('tells its tags, without prefixes, and its pieces in their order', () => {
    const told: string[] = [];
    scanXml(Buffer.from('<x:a><b>1</b><!-- <c> --><d/>2<![CDATA[<&]]></x:a>'), {
      open: (name) => told.push(`<${name}`),
      close: (name) => told.push(`/${name}`),
      text: (piece) => told.push(piece),
    });
    expect(told).toEqual(['<a', '<b', '1', '/b', '<d', '/d', '2', '<&amp;', '/a']);
  });

  it.each(['<a><b></a>', '<a', '<a><!-- b', '<a t="></a>'])(
    'that breaks off is refused: %s',
    (xml) => {
      expect(() => valuesOf('t', xml)).toThrow('workbook-damaged');
    },
  );

  it('decodes many texts as it decodes each', () => {
    const many = Array.from({ length: 5000 }, (_, index) => `第${String(index)}行&lt;_x000A_`);
    const pieces = many.map((one) => Buffer.from(one).toString('latin1'));
    expect(decodeTexts(pieces)).toEqual(many.map((_, index) => `第${String(index)}行<\n`));
  });

  it('with a character that XML does not know is refused where texts are decoded together', () => {
    expect(() => decodeTexts(['a\u0000b', 'c'])).toThrow('workbook-damaged');
  });
});

const MARKS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** What XML cannot hold, and the marks by which a text could turn the words around it. */
const NOT_WRITTEN =
  // eslint-disable-next-line no-control-regex -- these are what XML cannot hold
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * A text as XML.
 *
 * @example xmlText('a < b') // 'a &lt; b'
 */
export function xmlText(text: string): string {
  return text
    .replace(NOT_WRITTEN, '')
    .replace(LONE_SURROGATE, '\ufffd')
    .replace(/[\r\n\t]/g, ' ')
    .replace(/[&<>"]/g, (mark) => MARKS[mark] ?? mark);
}

/** Properties by the names of their elements: attributes, or the whole inside of the element. */
export type Properties = Readonly<
  Record<string, Readonly<Record<string, string | number>> | string | undefined>
>;

/**
 * Elements in the order that the standard prescribes: Word refuses a file that has them in another.
 *
 * @throws RangeError for an element that the order does not have: a bug
 */
export function inOrder(order: readonly string[], properties: Properties): string {
  for (const name of Object.keys(properties)) {
    if (!order.includes(name)) throw new RangeError(`no place for the element ${name}`);
  }
  return order
    .map((name) => {
      const value = properties[name];
      if (value === undefined) return '';
      if (typeof value === 'string') return `<w:${name}>${value}</w:${name}>`;
      const attributes = Object.entries(value).map(
        ([key, one]) => ` w:${key}="${xmlText(String(one))}"`,
      );
      return `<w:${name}${attributes.join('')}/>`;
    })
    .join('');
}

/** CT_PPr of ISO/IEC 29500-1, as far as we write it. */
const PARAGRAPH_ORDER = [
  ...['pStyle', 'keepNext', 'keepLines', 'pageBreakBefore', 'framePr', 'widowControl', 'numPr'],
  ...['pBdr', 'shd', 'tabs', 'kinsoku', 'wordWrap', 'overflowPunct', 'autoSpaceDE', 'autoSpaceDN'],
  ...['adjustRightInd', 'snapToGrid', 'spacing', 'ind', 'jc', 'textAlignment', 'outlineLvl'],
  ...['rPr', 'sectPr'],
];

/** CT_RPr. */
const RUN_ORDER = [
  ...['rStyle', 'rFonts', 'b', 'bCs', 'i', 'noProof', 'color', 'spacing', 'w', 'kern', 'position'],
  ...['sz', 'szCs', 'u', 'vertAlign', 'lang'],
];

/** The properties of a paragraph, without the element around them. */
export function paragraphProperties(properties: Properties): string {
  return inOrder(PARAGRAPH_ORDER, properties);
}

/** The properties of a run, without the element around them. */
export function runProperties(properties: Properties): string {
  return inOrder(RUN_ORDER, properties);
}

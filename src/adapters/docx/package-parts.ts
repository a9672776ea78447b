import type { FilledTemplate } from '../../ports/template-source.js';
import type { ChartPicture } from './draw-charts.js';
import { LINE } from './lengths.js';
import { picturePart, pictureRelation } from './picture-xml.js';
import { MARGIN_PARTS } from './section-xml.js';
import { xmlText } from './xml.js';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** The namespaces of every part with text in it. */
export const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  `xmlns:r="${OFFICE}/relationships"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
].join(' ');

/** The parts that the document relates to: id, kind, file. */
const PARTS: readonly (readonly [id: string, kind: string, file: string])[] = [
  ['rIdStyles', 'styles', 'styles.xml'],
  ['rIdNumbering', 'numbering', 'numbering.xml'],
  ['rIdSettings', 'settings', 'settings.xml'],
  ['rIdFonts', 'fontTable', 'fontTable.xml'],
  [MARGIN_PARTS.header, 'header', 'header.xml'],
  [MARGIN_PARTS.footerOdd, 'footer', 'footer-odd.xml'],
  [MARGIN_PARTS.footerEven, 'footer', 'footer-even.xml'],
  [MARGIN_PARTS.footerWideOdd, 'footer', 'footer-wide-odd.xml'],
  [MARGIN_PARTS.footerWideEven, 'footer', 'footer-wide-even.xml'],
  [MARGIN_PARTS.footerLetter, 'footer', 'footer-letter.xml'],
];

/** The list of the package's parts. */
export function contentTypesXml(): string {
  const overrides = PARTS.map(
    ([, kind, file]) => `<Override PartName="/word/${file}" ContentType="${WORD}.${kind}+xml"/>`,
  );
  return [
    `<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    '<Default Extension="png" ContentType="image/png"/>',
    `<Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/>`,
    ...overrides,
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
    '<Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/>',
    '</Types>',
  ].join('');
}

/** Where the document and its properties are. */
export function packageRelationsXml(): string {
  return [
    `<Relationships xmlns="${PACKAGE}/relationships">`,
    `<Relationship Id="rId1" Type="${OFFICE}/relationships/officeDocument" Target="word/document.xml"/>`,
    `<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>`,
    `<Relationship Id="rId3" Type="${OFFICE}/relationships/custom-properties" Target="docProps/custom.xml"/>`,
    '</Relationships>',
  ].join('');
}

/** What the document relates to, its pictures among it. */
export function documentRelationsXml(pictures: readonly ChartPicture[]): string {
  const images = pictures.map(
    (picture) => [pictureRelation(picture), 'image', picturePart(picture)] as const,
  );
  const relations = [...PARTS, ...images].map(
    ([id, kind, file]) =>
      `<Relationship Id="${id}" Type="${OFFICE}/relationships/${kind}" Target="${file}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`;
}

/** Title, author and language; no date, so that the same document gives the same bytes. */
export function coreXml({ title, facts }: FilledTemplate): string {
  return [
    `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">`,
    `<dc:title>${xmlText(title)}</dc:title><dc:creator>${xmlText(facts.author)}</dc:creator>`,
    '<dc:language>zh-CN</dc:language></cp:coreProperties>',
  ].join('');
}

/** The names of the properties by which a draft is checked against its run. */
export const PROPERTY = {
  template: 'kaoheng.template',
  set: 'kaoheng.set',
  version: 'kaoheng.version',
  region: 'kaoheng.region',
  run: 'kaoheng.run',
} as const;

/** What the draft was made of. */
export function customXml({ manifest, facts }: FilledTemplate): string {
  const texts: readonly (readonly [string, string])[] = [
    [PROPERTY.template, manifest.name],
    [PROPERTY.set, facts.set.id],
    [PROPERTY.version, facts.set.version],
    [PROPERTY.region, facts.region?.id ?? ''],
    [PROPERTY.run, facts.runHash],
  ];
  const properties = texts.map(
    ([name, text], index) =>
      `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${String(index + 2)}" name="${name}"><vt:lpwstr>${xmlText(text)}</vt:lpwstr></property>`,
  );
  return `<Properties xmlns="${OFFICE}/custom-properties" xmlns:vt="${OFFICE}/docPropsVTypes">${properties.join('')}</Properties>`;
}

/** Both sides of a leaf mirrored, page numbers outside, Word's ways with Chinese lines. */
export function settingsXml(): string {
  return [
    `<w:settings ${NAMESPACES}><w:mirrorMargins/><w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/>`,
    '<w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>',
    `<w:drawingGridVerticalSpacing w:val="${String(LINE)}"/><w:characterSpacingControl w:val="doNotCompress"/>`,
    '<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/>',
    '<w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>',
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>',
    '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>',
  ].join('');
}

/** 一、（一）1.（1）; each list counts for itself. */
export function numberingXml(lists: number): string {
  const levels = [
    ['chineseCountingThousand', '%1、'],
    ['chineseCountingThousand', '（%2）'],
    ['decimal', '%3.'],
    ['decimal', '（%4）'],
  ] as const;
  const abstract = levels.map(
    ([format, text], index) =>
      `<w:lvl w:ilvl="${String(index)}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:pStyle w:val="Heading${String(index + 1)}"/><w:suff w:val="nothing"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLineChars="200" w:firstLine="640"/></w:pPr></w:lvl>`,
  );
  const restarts = levels
    .map(
      (_, index) =>
        `<w:lvlOverride w:ilvl="${String(index)}"><w:startOverride w:val="1"/></w:lvlOverride>`,
    )
    .join('');
  const nums = Array.from(
    { length: lists },
    (_, index) =>
      `<w:num w:numId="${String(index + 1)}"><w:abstractNumId w:val="0"/>${index === 0 ? '' : restarts}</w:num>`,
  );
  return `<w:numbering ${NAMESPACES}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>${abstract.join('')}</w:abstractNum>${nums.join('')}</w:numbering>`;
}

/** Every page says that this is a draft, and what it is not. */
export function headerXml({ facts }: FilledTemplate): string {
  const said = facts.disclaimer === null ? '' : `${xmlText(facts.disclaimer)}　　`;
  return `<w:hdr ${NAMESPACES}><w:p><w:pPr><w:pStyle w:val="PageHeader"/><w:jc w:val="right"/></w:pPr><w:r><w:rPr><w:color w:val="FF0000"/><w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr><w:t xml:space="preserve">${said}</w:t></w:r><w:r><w:rPr><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr><w:t>代拟稿</w:t></w:r></w:p></w:hdr>`;
}

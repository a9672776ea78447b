import { fontsOf } from './fonts.js';
import { BODY_SIZE, BODY_SPACING, LINE } from './lengths.js';
import { exact, OTHER_STYLES, STYLES, type ParagraphStyle } from './official-styles.js';
import { paragraphProperties, runProperties } from './xml.js';

/** The part with all styles. */
export function stylesXml(namespaces: string): string {
  const body = runProperties({
    spacing: { val: BODY_SPACING },
    sz: { val: BODY_SIZE },
    szCs: { val: BODY_SIZE },
  });
  const usual = runProperties({
    rFonts: fontsOf('body'),
    sz: { val: BODY_SIZE },
    szCs: { val: BODY_SIZE },
    lang: { val: 'en-US', eastAsia: 'zh-CN', bidi: 'ar-SA' },
  });
  const normal = paragraphProperties({
    widowControl: { val: 0 },
    kinsoku: {},
    overflowPunct: {},
    autoSpaceDE: { val: 0 },
    autoSpaceDN: { val: 0 },
    spacing: exact(LINE),
    jc: { val: 'both' },
  });
  const own = [...Object.values(STYLES), ...OTHER_STYLES].map(styleXml);
  return [
    `<w:styles ${namespaces}><w:docDefaults><w:rPrDefault><w:rPr>${usual}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`,
    `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr>${normal}</w:pPr><w:rPr>${body}</w:rPr></w:style>`,
    '<w:style w:type="character" w:default="1" w:styleId="DefaultFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>',
    ...own,
    tableStyle(),
    '</w:styles>',
  ].join('');
}

function styleXml({ id, name, alias, next, paragraph, run }: ParagraphStyle): string {
  const pPr = paragraph === undefined ? '' : `<w:pPr>${paragraphProperties(paragraph)}</w:pPr>`;
  const rPr = run === undefined ? '' : `<w:rPr>${runProperties(run)}</w:rPr>`;
  return [
    `<w:style w:type="paragraph"${/^[A-Za-z]/.test(name) ? '' : ' w:customStyle="1"'} w:styleId="${id}"><w:name w:val="${name}"/>`,
    alias === undefined ? '' : `<w:aliases w:val="${alias}"/>`,
    '<w:basedOn w:val="Normal"/>',
    next === undefined ? '' : `<w:next w:val="${next}"/>`,
    `<w:qFormat/>${pPr}${rPr}</w:style>`,
  ].join('');
}

/** 0.25 mm lines all round; the heads in 黑体. */
function tableStyle(): string {
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(
    (side) => `<w:${side} w:val="single" w:sz="6" w:space="0" w:color="000000"/>`,
  );
  const head = runProperties({ rFonts: fontsOf('hei') });
  return [
    '<w:style w:type="table" w:customStyle="1" w:styleId="OfficialTable"><w:name w:val="表格"/><w:basedOn w:val="TableNormal"/><w:qFormat/>',
    `<w:tblPr><w:tblBorders>${sides.join('')}</w:tblBorders></w:tblPr>`,
    `<w:tblStylePr w:type="firstRow"><w:rPr>${head}</w:rPr></w:tblStylePr></w:style>`,
  ].join('');
}

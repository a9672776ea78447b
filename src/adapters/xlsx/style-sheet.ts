import type { CellLook } from '../../domain/workbooks/index.js';
import { escapeXml } from './escape-xml.js';
import { FONT, LOOKS, type Drawn } from './looks.js';

/** The styles of a workbook: each pair of look and number format has its number. */
export interface StyleSheet {
  /** The number of a style, as a cell names it. */
  styleOf(look: CellLook, format: string | undefined): number;
  /** The part styles.xml. */
  xml(): string;
}

/** Excel's own formats end below this number. */
const FIRST_FORMAT = 164;

/** An empty style sheet; style 0 is what a cell without one has. */
export function createStyleSheet(): StyleSheet {
  const fonts = new Map([[fontXml(FONT, 11, false, 'black'), 0]]);
  const fills = new Map([
    ['<fill><patternFill patternType="none"/></fill>', 0],
    ['<fill><patternFill patternType="gray125"/></fill>', 1],
  ]);
  const formats = new Map<string, number>();
  const styles = new Map<string, number>();
  const xfs = ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'];

  const formatId = (format: string | undefined): number => {
    if (format === undefined) return 0;
    return numberOf(formats, format) + FIRST_FORMAT;
  };
  const add = (drawn: Drawn, format: string | undefined): number => {
    const font = numberOf(fonts, fontXml(drawn.font, drawn.size, drawn.isBold, drawn.colour));
    const fill = drawn.fill === undefined ? 0 : numberOf(fills, fillXml(drawn.fill));
    const border = drawn.hasBorder ? 1 : 0;
    const wrap = drawn.wraps ? ' wrapText="1"' : '';
    // A number does not touch the text beside it.
    const indent = drawn.horizontal === 'right' ? ' indent="1"' : '';
    return (
      xfs.push(
        `<xf numFmtId="${String(formatId(format))}" fontId="${String(font)}" fillId="${String(fill)}" borderId="${String(border)}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1">` +
          `<alignment horizontal="${drawn.horizontal}" vertical="center"${wrap}${indent}/>` +
          `<protection locked="${drawn.isOpen ? '0' : '1'}"/></xf>`,
      ) - 1
    );
  };
  return {
    styleOf(look, format) {
      const key = format === undefined ? look : `${look} ${format}`;
      const known = styles.get(key);
      if (known !== undefined) return known;
      const style = add(LOOKS[look], format);
      styles.set(key, style);
      return style;
    },
    xml() {
      const codes = [...formats].map(
        ([code, index]) =>
          `<numFmt numFmtId="${String(index + FIRST_FORMAT)}" formatCode="${escapeXml(code)}"/>`,
      );
      return (
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
        (codes.length === 0 ? '' : list('numFmts', codes)) +
        list('fonts', [...fonts.keys()]) +
        list('fills', [...fills.keys()]) +
        list('borders', [NO_BORDER, BORDER]) +
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
        list('cellXfs', xfs) +
        '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles>' +
        '</styleSheet>'
      );
    },
  };
}

const NO_BORDER = '<border><left/><right/><top/><bottom/><diagonal/></border>';
const BORDER = `<border>${['left', 'right', 'top', 'bottom']
  .map((side) => `<${side} style="thin"><color rgb="FFBFBFBF"/></${side}>`)
  .join('')}<diagonal/></border>`;

function fontXml(name: string, size: number, isBold: boolean, colour: Drawn['colour']): string {
  const rgb = colour === 'grey' ? 'FF7F7F7F' : 'FF000000';
  return `<font>${isBold ? '<b/>' : ''}<sz val="${String(size)}"/><color rgb="${rgb}"/><name val="${name}"/><charset val="134"/></font>`;
}

function fillXml(rgb: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/><bgColor indexed="64"/></patternFill></fill>`;
}

function list(name: string, items: readonly string[]): string {
  return `<${name} count="${String(items.length)}">${items.join('')}</${name}>`;
}

/** The place of a text in a list that grows. */
function numberOf(known: Map<string, number>, text: string): number {
  const number = known.get(text) ?? known.size;
  known.set(text, number);
  return number;
}

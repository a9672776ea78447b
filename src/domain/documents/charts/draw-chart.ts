import { textWidth } from '../../kernel/text-width.js';
import type { ChartPart } from './chart.schema.js';

type Row = ChartPart['rows'][number];

/** In points: as wide as a type area of 156 mm, less a hair for the frame's stroke. */
const WIDTH = 440;
const ROW = 20;
const BAR = 11;
const TOP = 26;
const BOTTOM = 22;
/** Room on the right for the number and the note. */
const RIGHT = 78;
const MOST_LABEL = 150;
const CHARACTER = 10.5;
/** The words of a grade's line, in points. */
const BAND_SIZE = 9;

/**
 * Draws a chart as SVG: bars on a scale from nought, so that lengths do not exaggerate; told apart by
 * lines and hatching and not by colour, so that a black-and-white copy loses nothing; with its words
 * as text alternative.
 *
 * @returns one `<svg>` element; every text in it is escaped
 */
export function drawChart(chart: ChartPart): string {
  const left = Math.min(
    MOST_LABEL,
    12 + CHARACTER * Math.max(...chart.rows.map((row) => textWidth(row.label)), 2),
  );
  const scale = (value: number): number =>
    left + (Math.max(0, Math.min(value, chart.max)) / chart.max) * (WIDTH - RIGHT - left);
  const height = TOP + chart.rows.length * ROW + BOTTOM;
  const foot = TOP + chart.rows.length * ROW;
  const parts = [
    frame(chart, scale, left, foot),
    ...chart.rows.map((row, index) => drawRow(row, TOP + index * ROW, left, scale)),
    legend(chart, foot),
  ];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(WIDTH)} ${String(height)}" ` +
    `width="${String(WIDTH)}pt" height="${String(height)}pt" role="img" font-size="10.5" ` +
    `aria-label="${escapeXml(`${chart.title}。${chart.alternative}`)}">` +
    `<title>${escapeXml(chart.title)}</title><desc>${escapeXml(chart.alternative)}</desc>` +
    `${parts.join('')}</svg>`
  );
}

function frame(
  { bands, max }: ChartPart,
  scale: (value: number) => number,
  left: number,
  foot: number,
): string {
  const line = (x: number, dashed: boolean): string =>
    `<path d="M${n(x)} ${String(TOP - 4)}V${n(foot)}" stroke="#000" stroke-width="${dashed ? '0.5' : '0.7'}"${dashed ? ' stroke-dasharray="2 2"' : ''}/>`;
  // Words that would run into those of the line before stand above them.
  let end = 0;
  const marks = bands
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, label }) => {
      const words = `${label} ${n(at)}`;
      const half = (textWidth(words) * BAND_SIZE) / 2;
      const isBeside = scale(at) - half > end;
      end = isBeside ? scale(at) + half : 0;
      const y = isBeside ? TOP - 8 : TOP - 17;
      return `${line(scale(at), true)}${text(scale(at), y, words, 'middle', BAND_SIZE)}`;
    });
  return (
    line(left, false) +
    `<path d="M${n(left)} ${n(foot)}H${n(scale(max))}" stroke="#000" stroke-width="0.7"/>` +
    marks.join('')
  );
}

function drawRow(row: Row, top: number, left: number, scale: (value: number) => number): string {
  const middle = top + ROW / 2;
  const hasOther = row.other !== null;
  const label = fitting(row.label, left - 8);
  const parts = [text(left - 5, middle + 3.6, label, 'end')];
  if (row.value !== null) {
    const width = scale(row.value) - left;
    const bar = hasOther ? BAR / 2 + 1 : BAR;
    parts.push(
      `<rect x="${n(left)}" y="${n(middle - BAR / 2)}" width="${n(width)}" height="${n(bar)}" fill="#777"/>`,
    );
  }
  if (row.other !== null)
    parts.push(hatched(left, middle + 1.5, scale(row.other) - left, BAR / 2 - 1));
  parts.push(text(WIDTH - RIGHT + 6, middle + 3.6, row.text, 'start'));
  if (row.note !== '') parts.push(text(WIDTH - 2, middle + 3.6, row.note, 'end'));
  return parts.join('');
}

/** What the two bars of a row are; none where each row has one. */
function legend({ ownLabel, otherLabel }: ChartPart, foot: number): string {
  if (otherLabel === '') return '';
  const y = foot + 14;
  const second = 120 + textWidth(ownLabel) * 10;
  return (
    `<rect x="100" y="${n(y - 8)}" width="12" height="8" fill="#777"/>${text(116, y, ownLabel, 'start', 9.5)}` +
    `${hatched(second, y - 8, 12, 8)}${text(second + 16, y, otherLabel, 'start', 9.5)}`
  );
}

/** A bar of slanting lines; not an SVG pattern, which Chromium prints as a coarse picture of dots. */
function hatched(x: number, y: number, width: number, height: number): string {
  const lines: string[] = [];
  for (let at = -height; at < width; at += 3) {
    const from = Math.max(0, at);
    const to = Math.min(width, at + height);
    const start = `M${n(x + from)} ${n(y + height - (from - at))}`;
    lines.push(`${start}L${n(x + to)} ${n(y + height - (to - at))}`);
  }
  const outline = `M${n(x)} ${n(y)}h${n(width)}v${n(height)}h${n(-width)}z`;
  return `<path d="${outline}${lines.join('')}" fill="none" stroke="#000" stroke-width="0.4"/>`;
}

function text(
  x: number,
  y: number,
  words: string,
  anchor: 'start' | 'middle' | 'end',
  size = 10.5,
): string {
  return `<text x="${n(x)}" y="${n(y)}" text-anchor="${anchor}"${size === 10.5 ? '' : ` font-size="${String(size)}"`}>${escapeXml(words)}</text>`;
}

/** A name that is too long for its room ends in an ellipsis; the text alternative has it whole. */
function fitting(label: string, room: number): string {
  const most = Math.floor(room / CHARACTER);
  const characters = [...label];
  return textWidth(label) <= most ? label : `${characters.slice(0, most - 1).join('')}…`;
}

/** A number of the drawing: two places are a hundredth of a point. */
function n(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function escapeXml(words: string): string {
  return words.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}

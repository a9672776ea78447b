import type { DifferenceCode, DraftPlace } from '../domain/papers/index.js';
import { figureWord } from './figure-words.js';

/** What a sentence about a difference needs. */
export interface DifferenceFacts {
  /** The figure, such as 海东市总分; empty for free text. */
  readonly figure: string;
  readonly said: string;
  readonly found: string;
}

const TEXTS: Readonly<Record<DifferenceCode, (facts: DifferenceFacts) => string>> = {
  'figure-changed': ({ figure, said, found }) =>
    `${figure}应为 ${said}，文中是 ${found === '' ? '空的' : found}。`,
  'figure-vanished': ({ figure, said }) =>
    `${figure}（${said}）在文中没有了：文字删去，或者标记丢失。`,
  'figure-unmarked': ({ figure, said }) =>
    `${figure}的标记丢失，文中另有 ${said}，无法确认就是它，请人工核对。`,
  'figure-unknown': ({ figure, found }) => `${figure}在计算结果里没有，文中是 ${found}。`,
  'number-changed': ({ said, found }) =>
    `数应为 ${said}，文中是 ${found === '' ? '空的' : found}。`,
  'number-unknown': ({ found }) => `${found} 像是考核的数，计算结果里没有，请核对来源。`,
  'names-changed': ({ said, found }) => `名单应为 ${said}，文中是 ${found}。`,
  'name-misspelt': ({ found, said }) => `没有叫“${found}”的地区，是不是“${said}”？`,
  'name-unknown': ({ found }) => `没有叫“${found}”的被考核地区，请核对。`,
};

/** The Chinese sentence of a difference. */
export function differenceMessage(code: DifferenceCode, facts: DifferenceFacts): string {
  return TEXTS[code](facts);
}

/** A figure in words: whose, which indicator, what. */
export function figureText(what: string, region: string, indicator: string): string {
  return [region, indicator, figureWord(what)].filter((word) => word !== '').join(' ');
}

/** Where in a draft something stands. */
export function draftPlaceText(place: DraftPlace | undefined): string {
  if (place === undefined) return '全文';
  if (place.kind === 'cell') {
    return `表${String(place.table)}第${String(place.row)}行第${String(place.column)}格（${place.start}）`;
  }
  const start = place.start === '' ? '' : `“${place.start}”`;
  return place.paragraph === 0 ? start : `第${String(place.paragraph)}段${start}`;
}

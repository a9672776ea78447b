import { HALF_CHARACTERS, codesOf } from './cells.js';

/** The characters of GB 2312, which Node's own decoder knows. */
export const CHINESE = readChineseCharacters();

interface ChineseCharacters {
  /** The 6,763 汉字. */
  readonly han: readonly number[];
  /** The symbols that take a full cell, as letters of Latin do not. */
  readonly symbols: string;
  /** What documents are written in: these, ASCII, 〇, which the set lacks, and ㎡. */
  readonly common: ReadonlySet<number>;
}

function readChineseCharacters(): ChineseCharacters {
  const decoder = new TextDecoder('gb2312');
  const rows = (first: number, last: number): string => {
    const bytes: number[] = [];
    for (let row = first; row <= last; row++) {
      for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell);
    }
    return decoder.decode(Uint8Array.from(bytes)).replace(/[\ufffd\p{Co}]/gu, '');
  };
  const symbols = rows(0xa1, 0xa9);
  const han = rows(0xb0, 0xf7).replace(/[^\p{Script=Han}]/gu, '');
  return {
    han: codesOf(han),
    symbols: symbols.replace(/\p{Script=Latin}/gu, ''),
    common: new Set(codesOf(`${HALF_CHARACTERS}${symbols}${han}〇㎡`)),
  };
}

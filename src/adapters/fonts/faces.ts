import type { CutId } from './cuts.js';

/** A face that official documents are set in. */
export interface Face {
  /** The CSS variable is `--font-<id>`. */
  readonly id: 'title' | 'body' | 'kai' | 'hei' | 'song';
  /** The font that the standard names. */
  readonly wanted: string;
  /** Its names on machines that have it; such a font goes first. */
  readonly local: readonly string[];
  /** Our fonts that stand for it, each printing what those before it lack. */
  readonly chain: readonly CutId[];
  /** Digits and Latin on the grid, and beside it, where the grid has a say in this face. */
  readonly latin: { readonly half: CutId; readonly natural: CutId | null } | null;
}

/**
 * GB/T 9704 sets 小标宋, 仿宋, 楷, 黑 and 宋. 霞鹜文楷 has every character of GBK and the names beyond it,
 * so every chain ends in one of its weights: the light one behind 仿宋, the bold one behind 小标宋 and
 * 黑体, so that 浉 and 䶮 do not stand out among their neighbours.
 */
export const FACES: readonly Face[] = [
  {
    id: 'title',
    wanted: '小标宋',
    local: ['方正小标宋简体', 'FZXiaoBiaoSong-B05S', '方正小标宋_GBK', 'FZXiaoBiaoSong-B05'],
    chain: ['title', 'title-more', 'bold'],
    latin: null,
  },
  {
    id: 'body',
    wanted: '仿宋',
    local: ['仿宋_GB2312', 'FangSong_GB2312', 'FangSong', '仿宋', 'STFangsong', '朱雀仿宋'],
    chain: ['fang', 'light', 'light-more'],
    latin: { half: 'half', natural: 'latin' },
  },
  {
    id: 'kai',
    wanted: '楷体',
    local: ['楷体_GB2312', 'KaiTi_GB2312', 'KaiTi', '楷体', 'STKaiti'],
    chain: ['kai', 'kai-more'],
    latin: { half: 'half-kai', natural: null },
  },
  {
    id: 'hei',
    wanted: '黑体',
    local: ['SimHei', '黑体', 'STHeiti'],
    chain: ['hei', 'hei-more', 'bold'],
    latin: { half: 'half-hei', natural: null },
  },
  {
    id: 'song',
    wanted: '宋体',
    local: ['SimSun', '宋体', 'NSimSun', 'STSong'],
    chain: ['song', 'song-more', 'kai', 'kai-more'],
    latin: null,
  },
];

/** The variables beside the grid, for tables and forms. */
const NATURAL: Readonly<Record<Face['id'], string>> = {
  title: 'title',
  body: 'fang',
  kai: 'kai-plain',
  hei: 'hei-plain',
  song: 'song',
};

/**
 * Without the first, Chromium rounds every advance of its own fonts to whole pixels, and nothing
 * stands on the grid. The second keeps it from smearing a bold out of a font, which it embeds as
 * nameless Type 3: there are no bold faces in a 公文.
 */
const SETTINGS = 'text-rendering:geometricPrecision;font-synthesis:none;';

/** The CSS variables with their families; the same for every document. */
export function fontVariables(known: ReadonlySet<CutId>): string {
  const variables = FACES.flatMap((face) => {
    const families = (first: CutId | null | undefined): string =>
      [
        ...(first == null ? [] : [familyName(first)]),
        ...face.local,
        ...face.chain.filter((cut) => known.has(cut)).map(familyName),
      ]
        .map((name) => `"${name}"`)
        .join(',');
    if (face.latin === null) return `--font-${face.id}:${families(null)};`;
    return [
      `--font-${face.id}:${families(face.latin.half)};`,
      `--font-${NATURAL[face.id]}:${families(face.latin.natural)};`,
    ];
  });
  return `:root{${SETTINGS}${variables.join('')}}\n`;
}

/** The name under which the browser knows a font of ours. */
export function familyName(id: CutId): string {
  return `Kaoheng ${id}`;
}

/** A font from npm. */
export interface NpmFont {
  readonly package: string;
  /** Inside the package's files/, without `.woff`; `#` stands for the part or a slice's number. */
  readonly file: string;
  readonly part: string;
  /** The file, likewise, from which letters are taken that are condensed much. */
  readonly bold?: string;
  /** Whether the package has more characters in numbered slices. */
  readonly isSliced: boolean;
  /** What the user is told. */
  readonly title: string;
  /** What a reader of the PDF is told. */
  readonly postScript: string;
}

const wenkai = (weight: number, title: string, style: string): NpmFont => ({
  package: '@fontsource/lxgw-wenkai',
  file: `lxgw-wenkai-#-${weight}-normal`,
  part: 'latin',
  isSliced: false,
  title,
  postScript: `LXGWWenKai-${style}`,
});

const noto = (kind: 'Serif' | 'Sans', weight: number, title: string, style: string): NpmFont => ({
  package: `@fontsource/noto-${kind.toLowerCase()}-sc`,
  file: `noto-${kind.toLowerCase()}-sc-#-${weight}-normal`,
  part: 'chinese-simplified',
  isSliced: true,
  title,
  postScript: `Noto${kind}SC-${style}`,
});

const TITLE = noto('Serif', 700, '思源宋体(粗)', 'Bold');
const SONG = noto('Serif', 400, '思源宋体', 'Regular');
const HEI = noto('Sans', 600, '思源黑体', 'SemiBold');
const LIGHT = wenkai(300, '霞鹜文楷(细)', 'Light');
const KAI = wenkai(500, '霞鹜文楷', 'Regular');
const BOLD = wenkai(700, '霞鹜文楷(粗)', 'Medium');
const TIMES: NpmFont = {
  package: '@fontsource/tinos',
  file: 'tinos-#-400-normal',
  bold: 'tinos-#-700-normal',
  part: 'latin',
  isSliced: false,
  title: 'Tinos',
  postScript: 'Tinos-Regular',
};

/**
 * What a cut takes from its font:
 * `common` what documents are written in, `more` all the rest, `gaps` only what 宋 and 黑 lack,
 * `half` Latin set into half cells of the grid, `latin` the same as it is.
 */
export type Taken = 'common' | 'more' | 'gaps' | 'half' | 'latin';

/** A font as the browser gets it. */
export interface Cut {
  readonly font: NpmFont;
  readonly take: Taken;
}

/** The fonts of the shelf. Each PDF has a subset of a cut made anew, so a cut should not be large. */
export const CUTS = {
  half: { font: TIMES, take: 'half' },
  'half-kai': { font: KAI, take: 'half' },
  'half-hei': { font: HEI, take: 'half' },
  latin: { font: TIMES, take: 'latin' },
  title: { font: TITLE, take: 'common' },
  'title-more': { font: TITLE, take: 'more' },
  song: { font: SONG, take: 'common' },
  'song-more': { font: SONG, take: 'more' },
  hei: { font: HEI, take: 'common' },
  'hei-more': { font: HEI, take: 'more' },
  light: { font: LIGHT, take: 'common' },
  'light-more': { font: LIGHT, take: 'more' },
  kai: { font: KAI, take: 'common' },
  'kai-more': { font: KAI, take: 'more' },
  bold: { font: BOLD, take: 'gaps' },
} as const satisfies Readonly<Record<string, Cut>>;

/** `fang` is the 仿宋 that the user had brought; it may be absent. */
export type CutId = keyof typeof CUTS | 'fang';

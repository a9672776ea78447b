/** A face that official documents are set in, and the font from npm that stands for it. */
export interface Face {
  /** The CSS variable is `--font-<id>`. */
  readonly id: 'title' | 'body' | 'kai' | 'hei' | 'song';
  /** The font that the standard names. */
  readonly wanted: string;
  /** Its names on machines that have it; such a font goes first. */
  readonly local: readonly string[];
  readonly standIn: string;
  readonly package: string;
  /** Inside the package, without `.woff2`. */
  readonly file: string;
  /** The face that prints the characters which this one lacks. */
  readonly fallback: Face['id'] | null;
}

/**
 * GB/T 9704 sets 小标宋, 仿宋, 楷, 黑 and 宋. All these files have glyf outlines, which Chromium embeds
 * as TrueType; outlines of the other kind (CFF) become nameless Type 3 fonts. 霞鹜文楷 has every
 * character of GBK, so every chain ends in it: 浉 and 堃, Ⅰ and ㎡ always print.
 */
export const FACES: readonly Face[] = [
  {
    id: 'title',
    wanted: '小标宋',
    local: ['方正小标宋简体', 'FZXiaoBiaoSong-B05S', '方正小标宋_GBK', 'FZXiaoBiaoSong-B05'],
    standIn: '思源宋体(粗)',
    package: '@fontsource/noto-serif-sc',
    file: 'noto-serif-sc-chinese-simplified-700-normal',
    fallback: 'kai',
  },
  {
    id: 'body',
    wanted: '仿宋',
    local: ['仿宋_GB2312', 'FangSong_GB2312', 'FangSong', '仿宋', 'STFangsong', '朱雀仿宋'],
    standIn: '霞鹜文楷(细)',
    package: '@fontsource/lxgw-wenkai',
    file: 'lxgw-wenkai-latin-300-normal',
    fallback: null,
  },
  {
    id: 'kai',
    wanted: '楷体',
    local: ['楷体_GB2312', 'KaiTi_GB2312', 'KaiTi', '楷体', 'STKaiti'],
    standIn: '霞鹜文楷',
    package: '@fontsource/lxgw-wenkai',
    file: 'lxgw-wenkai-latin-500-normal',
    fallback: null,
  },
  {
    id: 'hei',
    wanted: '黑体',
    local: ['SimHei', '黑体', 'STHeiti'],
    standIn: '思源黑体',
    package: '@fontsource/noto-sans-sc',
    file: 'noto-sans-sc-chinese-simplified-600-normal',
    fallback: 'kai',
  },
  {
    id: 'song',
    wanted: '宋体',
    local: ['SimSun', '宋体', 'NSimSun', 'STSong'],
    standIn: '思源宋体',
    package: '@fontsource/noto-serif-sc',
    file: 'noto-serif-sc-chinese-simplified-400-normal',
    fallback: 'body',
  },
];

/** The name under which a stand-in's subset goes into the document. */
export function familyName(id: Face['id']): string {
  return `Kaoheng ${id}`;
}

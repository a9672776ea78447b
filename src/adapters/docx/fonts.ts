import type { Face } from '../../domain/papers/index.js';
import type { Properties } from './xml.js';

/** The faces of the standard, with what stands for them where they are not installed. */
export const FONTS = {
  title: { name: '方正小标宋简体', others: '方正小标宋_GBK,FZXiaoBiaoSong-B05S,华文中宋,宋体' },
  body: { name: '仿宋_GB2312', others: '仿宋,FangSong,华文仿宋' },
  kai: { name: '楷体_GB2312', others: '楷体,KaiTi,华文楷体' },
  hei: { name: '黑体', others: 'SimHei' },
  song: { name: '宋体', others: 'SimSun' },
} as const;

/**
 * A face for han and for digits and letters alike: those of the standard's faces are half as wide as
 * a han, so a line of both stays on the grid.
 */
export function fontsOf(face: Face | 'body'): NonNullable<Properties[string]> {
  const { name } = FONTS[face];
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name };
}

/** The part that tells a program which face to take instead. */
export function fontTableXml(namespaces: string): string {
  const fonts = Object.values(FONTS).map(
    ({ name, others }) =>
      `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`,
  );
  return `<w:fonts ${namespaces}>${fonts.join('')}</w:fonts>`;
}

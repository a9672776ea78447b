import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Resvg } from '@resvg/resvg-wasm';
import { openPrivateCache } from '../chromium/private-cache.js';
import { DocumentFonts } from '../fonts/document-fonts.js';
import { familyName } from '../fonts/faces.js';
import { fontsOf } from './fonts-of.js';

/** A drawing as pixels, and how large it is meant. */
export interface Picture {
  readonly png: Uint8Array;
  /** In points. */
  readonly width: number;
  readonly height: number;
}

/** Makes a picture of an `<svg>`; undefined where there are no fonts, or it is no drawing. */
export type DrawPicture = (svg: string) => Promise<Picture | undefined>;

/** 300 to the inch on the 156 mm of a type area, as a printing room asks for. */
const WIDTH_PIXELS = 1843;
/** A picture that is higher than any page is not worth its memory. */
const MOST_HEIGHTS = 4;

let library: Promise<typeof Resvg> | undefined;

/** WebAssembly draws the same pixels on every machine; it is loaded by the first picture. */
function loadLibrary(): Promise<typeof Resvg> {
  library ??= import('@resvg/resvg-wasm').then(async (found) => {
    const packages = createRequire(import.meta.url);
    await found.initWasm(readFile(packages.resolve('@resvg/resvg-wasm/index_bg.wasm')));
    return found.Resvg;
  });
  return library;
}

/**
 * Draws charts for programs that show no SVG alike. Letters are set in our own 宋体 and nothing of the
 * machine's, so that the same chart gives the same bytes; no browser is needed.
 */
export function createPictures(
  env: Readonly<Record<string, string | undefined>> = process.env,
): DrawPicture {
  let fonts: Promise<ReturnType<typeof fontsOf> | undefined> | undefined;
  return async (svg) => {
    const fontsFor = await (fonts ??= openFonts(env));
    if (fontsFor === undefined) return undefined;
    const Drawing = await loadLibrary();
    const drawing = svg.replaceAll('&nbsp;', '&#160;');
    try {
      const resvg = new Drawing(drawing, {
        font: {
          loadSystemFonts: false,
          fontBuffers: [...(await fontsFor(drawing))],
          defaultFontFamily: familyName('song'),
        },
        fitTo: { mode: 'width', value: WIDTH_PIXELS },
        background: '#fff',
      });
      const { width, height } = resvg;
      const isSound = height <= MOST_HEIGHTS * width;
      const image = isSound ? resvg.render() : undefined;
      const png = image?.asPng();
      // What WebAssembly holds is not swept.
      image?.free();
      resvg.free();
      // CSS counts 96 pixels to the inch, a point is a 72nd.
      return png === undefined ? undefined : { png, width: width * 0.75, height: height * 0.75 };
    } catch {
      // What is no drawing keeps its words; a bug would show in every chart.
      return undefined;
    }
  };
}

async function openFonts(
  env: Readonly<Record<string, string | undefined>>,
): Promise<ReturnType<typeof fontsOf> | undefined> {
  const cache = await openPrivateCache(env);
  if (!cache.ok) return undefined;
  const shelf = await new DocumentFonts(cache.value).shelf();
  return shelf.ok ? fontsOf(shelf.value) : undefined;
}

import { alternativeOf, type Chart } from '../../domain/papers/index.js';
import type { ChartPicture } from './draw-charts.js';
import { millimetres, TEXT_WIDTH, TWIPS_PER_POINT } from './lengths.js';
import { styleOf } from './official-styles.js';
import { paragraphProperties, xmlText } from './xml.js';

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';

/** English Metric Units, in which drawings are measured: 12,700 to the point. */
const UNITS_PER_TWIP = 635;

/** As high as charts are printed; below them their caption stands. */
const MOST_HEIGHT = { upright: millimetres(190), wide: millimetres(130) } as const;

/** The relation by which the document finds a picture. */
export function pictureRelation({ number }: ChartPicture): string {
  return `rIdPicture${String(number)}`;
}

/** The part of the package that a picture is. */
export function picturePart({ number }: ChartPicture): string {
  return `media/picture${String(number)}.png`;
}

/** A chart as a picture in a line of its own, as large as it was drawn where that fits; with its words. */
export function pictureXml(chart: Chart, picture: ChartPicture, width: number): string {
  const most = width > TEXT_WIDTH.upright ? MOST_HEIGHT.wide : MOST_HEIGHT.upright;
  const own = { width: picture.width * TWIPS_PER_POINT, height: picture.height * TWIPS_PER_POINT };
  const scale = Math.min(1, width / own.width, most / own.height);
  const [cx, cy] = [own.width, own.height].map((length) =>
    String(Math.round(length * scale * UNITS_PER_TWIP)),
  );
  const size = `cx="${cx ?? ''}" cy="${cy ?? ''}"`;
  const id = String(picture.number);
  const named = `id="${id}" name="图${id}" descr="${xmlText(alternativeOf(chart))}"`;
  // The style's own line is as high as a line of text, and would cut the picture off.
  const properties = paragraphProperties({
    pStyle: { val: styleOf('caption') },
    keepNext: {},
    snapToGrid: { val: 0 },
    spacing: { before: 120, after: 0, line: 240, lineRule: 'auto' },
  });
  return [
    `<w:p><w:pPr>${properties}</w:pPr><w:r><w:drawing>`,
    `<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/><wp:docPr ${named}/>`,
    `<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="${DRAWING}/main" noChangeAspect="1"/></wp:cNvGraphicFramePr>`,
    `<a:graphic xmlns:a="${DRAWING}/main"><a:graphicData uri="${DRAWING}/picture">`,
    `<pic:pic xmlns:pic="${DRAWING}/picture"><pic:nvPicPr><pic:cNvPr ${named}/><pic:cNvPicPr/></pic:nvPicPr>`,
    `<pic:blipFill><a:blip r:embed="${pictureRelation(picture)}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`,
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>`,
    '</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>',
  ].join('');
}

import type { PdfFile } from './pdf-file.js';
import {
  array,
  asItems,
  asNumber,
  asReference,
  changed,
  dictionary,
  number,
  reference,
  writeValue,
  type PdfDictionary,
  type PdfValue,
} from './pdf-value.js';

/** A matrix of PDF: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number];

/**
 * Stands a landscape page of this height upright, its upper edge to the left: toward the binding
 * edge on odd pages and the cutting edge on even ones, as GB/T 9704-2012 has it.
 */
export function standing(height: number): Matrix {
  return [0, 1, -1, 0, height, 0];
}

/** Moves a page's content to the right. */
export function movedBy(x: number, y: number): Matrix {
  return [1, 0, 0, 1, x, y];
}

/** The operator that applies a matrix. */
export function writeMatrix(matrix: Matrix): string {
  return `${matrix.map((part) => writeValue(number(part))).join(' ')} cm\n`;
}

function applied([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

function multiplied(inner: Matrix, outer: Matrix): Matrix {
  const [a, b] = applied([...withoutShift(outer)], inner[0], inner[1]);
  const [c, d] = applied([...withoutShift(outer)], inner[2], inner[3]);
  const [e, f] = applied(outer, inner[4], inner[5]);
  return [a, b, c, d, e, f];
}

function withoutShift([a, b, c, d]: Matrix): Matrix {
  return [a, b, c, d, 0, 0];
}

/** The links of a page, each moved with the content. */
export function turnAnnotations(file: PdfFile, page: PdfDictionary, matrix: Matrix): PdfValue[] {
  return asItems(page.entries.get('Annots')).map((annotation) => {
    const id = asReference(annotation);
    const of = file.dictionary(id);
    const [left, bottom, right, top] = asItems(of.entries.get('Rect')).map(asNumber);
    const [x1, y1] = applied(matrix, left ?? 0, bottom ?? 0);
    const [x2, y2] = applied(matrix, right ?? 0, top ?? 0);
    const rect = [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)];
    file.set(id, changed(of, { Rect: array(rect.map(number)) }));
    return reference(id);
  });
}

/**
 * A page's resources for content that is moved by a matrix. The matrix of a pattern counts from the
 * page's own corner, whatever moved the content; so patterns get copies of their own.
 */
export function turnResources(
  file: PdfFile,
  resources: PdfDictionary,
  matrix: Matrix,
): PdfDictionary {
  const patterns = resources.entries.get('Pattern');
  if (patterns === undefined) return resources;
  const turned = [...file.dictionaryAt(patterns).entries].map(([name, value]) => {
    const id = asReference(value);
    const of = file.dictionary(id);
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = asItems(of.entries.get('Matrix')).map(
      asNumber,
    );
    const parts = multiplied([a, b, c, d, e, f], matrix).map(number);
    return [name, reference(file.addCopy(id, changed(of, { Matrix: array(parts) })))] as const;
  });
  return changed(resources, { Pattern: dictionary(turned) });
}

/** Moves the places on a page to which the outline and links lead. */
export function turnDestinations(file: PdfFile, matrices: ReadonlyMap<number, Matrix>): void {
  if (matrices.size === 0) return;
  for (const id of file.idsWith('/XYZ')) {
    if (file.text(id).includes('/XYZ')) file.set(id, turnedWithin(file.value(id), matrices));
  }
}

function turnedWithin(value: PdfValue, matrices: ReadonlyMap<number, Matrix>): PdfValue {
  if (value.kind === 'dictionary') {
    return dictionary(
      [...value.entries].map(([key, inner]) => [key, turnedWithin(inner, matrices)] as const),
    );
  }
  if (value.kind !== 'array') return value;
  const [page, way, left, top, zoom] = value.items;
  const matrix = page?.kind === 'reference' ? matrices.get(page.id) : undefined;
  if (matrix === undefined || way === undefined || zoom === undefined) {
    return array(value.items.map((item) => turnedWithin(item, matrices)));
  }
  const [x, y] = applied(matrix, asNumber(left), asNumber(top));
  return array([page ?? zoom, way, number(x), number(y), zoom]);
}

import type { Face, Inline } from '../../domain/papers/index.js';
import {
  attribute,
  classesOf,
  isElement,
  ownText,
  UnknownElement,
  type Element,
} from './elements.js';
import { FACE_CLASSES, INLINES } from './vocabulary.js';

/** The words of an element, without white space at its edges. */
export function readInlines(element: Element, face?: Face): readonly Inline[] {
  const inlines: Inline[] = [];
  collect(element, face, inlines);
  return trimmed(joined(inlines));
}

/**
 * Whether an element holds spans alone, two at least: a page sets them at the ends of a line, or
 * below one another in a cell, and without any of this they would run together.
 */
export function isSpread(element: Element): boolean {
  const texts = element.childNodes.filter((node) => !isElement(node));
  const elements = element.childNodes.filter(isElement);
  return (
    elements.length > 1 &&
    elements.every(({ tagName }) => tagName === 'span') &&
    texts.every((node) => ownText(node).trim() === '')
  );
}

/** The spans of such an element, one after another. */
export function readSpread(element: Element, face?: Face): readonly (readonly Inline[])[] {
  return element.childNodes.filter(isElement).map((span) => readInlines(span, faceOf(span, face)));
}

/** The face that an element asks for. */
export function faceOf(element: Element, face: Face | undefined): Face | undefined {
  const named = classesOf(element).find((name) => Object.hasOwn(FACE_CLASSES, name));
  if (named !== undefined) return FACE_CLASSES[named];
  return element.tagName === 'strong' || element.tagName === 'b' ? 'hei' : face;
}

function collect(element: Element, face: Face | undefined, into: Inline[]): void {
  for (const node of element.childNodes) {
    if (!isElement(node)) {
      const text = ownText(node);
      if (text !== '') into.push({ kind: 'text', text, face });
      continue;
    }
    if (!INLINES.has(node.tagName)) throw new UnknownElement(node.tagName);
    const own = faceOf(node, face);
    const tag = attribute(node, 'value');
    if (node.tagName === 'br') into.push({ kind: 'break' });
    else if (node.tagName === 'data' && tag !== undefined) {
      const text = plainText(readInlines(node));
      if (text !== '') into.push({ kind: 'figure', tag, text, face: own });
    } else collect(node, own, into);
  }
}

function plainText(inlines: readonly Inline[]): string {
  // A line that ends inside a name parts nothing in it.
  return inlines.map((one) => ('text' in one ? one.text : '')).join('');
}

/** Neighbours of one face as one, so that a word stays in one run. */
function joined(inlines: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const one of inlines) {
    const last = result.at(-1);
    if (one.kind === 'text' && last?.kind === 'text' && last.face === one.face) {
      result[result.length - 1] = { ...last, text: (last.text + one.text).replace(/ {2,}/g, ' ') };
    } else result.push(one);
  }
  return result;
}

/** Ideographic spaces are meant; the white space of the template's own lines is not. */
function trimmed(inlines: readonly Inline[]): readonly Inline[] {
  const kept = inlines.map((one, index): Inline => {
    if (one.kind !== 'text') return one;
    const isFirst = index === 0 || inlines[index - 1]?.kind === 'break';
    const isLast = index === inlines.length - 1 || inlines[index + 1]?.kind === 'break';
    const start = isFirst ? one.text.replace(/^ +/, '') : one.text;
    return { ...one, text: isLast ? start.replace(/ +$/, '') : start };
  });
  return kept.filter((one) => one.kind !== 'text' || one.text !== '');
}

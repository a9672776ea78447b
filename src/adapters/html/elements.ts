import { defaultTreeAdapter, type DefaultTreeAdapterTypes } from 'parse5';

/** An element of the page. */
export type Element = DefaultTreeAdapterTypes.Element;
/** Whatever stands in an element. */
export type Node = DefaultTreeAdapterTypes.ChildNode;

/** An element that the vocabulary of documents does not have; caught where the reading begins. */
export class UnknownElement extends Error {}

/** Whether a node is an element. */
export function isElement(node: Node): node is Element {
  return defaultTreeAdapter.isElementNode(node);
}

/** The text of a text node, its white space as a page shows it; none for other nodes. */
export function ownText(node: Node): string {
  return defaultTreeAdapter.isTextNode(node) ? node.value.replace(/[ \t\r\n\f]+/g, ' ') : '';
}

/** The value of an attribute. */
export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

/** The classes of an element, in the order in which they stand. */
export function classesOf(element: Element): readonly string[] {
  return (attribute(element, 'class') ?? '').split(/\s+/).filter((name) => name !== '');
}

/** Whether an element has one of these classes. */
export function hasClass(element: Element, ...names: readonly string[]): boolean {
  return classesOf(element).some((name) => names.includes(name));
}

/** The elements right below one. */
export function childElements(element: Element): readonly Element[] {
  return element.childNodes.filter(isElement);
}

/** All text below an element. */
export function allText(element: Element): string {
  return element.childNodes
    .map((node) => (isElement(node) ? allText(node) : ownText(node)))
    .join('')
    .trim();
}

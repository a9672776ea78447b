/** What can be put into an element; nothing where there is nothing to say. */
export type Content = Node | string | null;

/** Attributes by their HTML names: true sets one, false and undefined leave it out. */
export type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/**
 * Makes an element. Texts become text nodes, so that nothing a user wrote is ever read as HTML.
 *
 * @example element('p', { class: 'note' }, '预览，非正式结果')
 */
export function element<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  attributes: Attributes = {},
  ...content: readonly Content[]
): HTMLElementTagNameMap[T] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(name, '');
    else if (typeof value === 'string') made.setAttribute(name, value);
  }
  made.append(...content.filter((part) => part !== null));
  return made;
}

/** Puts other content into an element. */
export function refill(target: Element, ...content: readonly Content[]): void {
  target.replaceChildren(...content.filter((part) => part !== null));
}

/** A button that does something on this page. */
export function button(label: string, attributes: Attributes, act: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, label);
  made.addEventListener('click', act);
  return made;
}

/** Moves the reader to an element, under the totals that stay at the top. */
export function goTo(target: HTMLElement): void {
  for (let above = target.parentElement; above !== null; above = above.parentElement) {
    if (above instanceof HTMLDetailsElement) above.open = true;
  }
  target.scrollIntoView({ block: 'center' });
  target.focus({ preventScroll: true });
}

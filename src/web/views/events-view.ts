import { newEvent, type DraftEvent } from '../draft-events.js';
import { button, element } from '../element.js';
import type { FieldBook } from '../field.js';
import type { Session, View } from '../session.js';
import { eventCard, type EventCard } from './event-card.js';
import { moveByKeys } from './move-by-keys.js';

/** Who enters events in the end, said where a prefecture enters its own. */
const WHOSE = '事项以考核办公室据文件登记的为准；在这里填写的可随填报表报送。';

/**
 * 加分扣分事项: they are typed, taken out, and put back; what each counts is told at once. Where the
 * set knows none, nothing is said of them.
 */
export function eventsView(session: Session, book: FieldBook): View {
  const cards = new Map<string, EventCard>();
  const list = element('div', { class: 'event-list' });
  const takenOut = element('p', { class: 'taken-out', role: 'status' });
  const events = (): readonly DraftEvent[] => session.draft().events;
  const change = (next: readonly DraftEvent[]): void => {
    takenOut.replaceChildren();
    session.change({ ...session.draft(), events: next });
  };
  const takeOut = (key: string): void => {
    const at = events().findIndex((event) => event.key === key);
    const event = events()[at];
    if (event === undefined) return;
    const name = cards.get(key)?.name() ?? '';
    change(events().toSpliced(at, 1));
    const undo = button('撤销', { class: 'quiet', id: 'undo-event' }, () => {
      change(events().toSpliced(at, 0, event));
      cards.get(key)?.focus();
    });
    takenOut.replaceChildren(`已去掉「${name}」。`, undo);
    undo.focus();
  };
  const add = button('添加事项', { id: 'add-event' }, () => {
    const event = newEvent(events(), session.region);
    change([...events(), event]);
    cards.get(event.key)?.focus();
  });
  const heading = element('h2', { id: 'events-heading' });
  const node = element(
    'section',
    { class: 'events', 'aria-labelledby': heading.id, hidden: session.kit.set.events.size === 0 },
    heading,
    element('p', { class: 'hint' }, WHOSE),
    list,
    takenOut,
    add,
  );
  moveByKeys(node);
  const sync = (): void => {
    const wanted = events();
    for (const [key, card] of cards) {
      if (wanted.some((event) => event.key === key)) continue;
      card.close();
      cards.delete(key);
    }
    for (const [index, { key }] of wanted.entries()) {
      const card = cards.get(key) ?? eventCard(session, book, key, () => takeOut(key));
      cards.set(key, card);
      const place = list.children[index];
      if (place !== card.node) list.insertBefore(card.node, place ?? null);
    }
  };
  return {
    node,
    update(shown) {
      sync();
      const count = events().length;
      heading.textContent = count === 0 ? '加分扣分事项' : `加分扣分事项 ${String(count)} 件`;
      node.classList.toggle('is-bare', count === 0);
      for (const [index, { key }] of events().entries()) cards.get(key)?.update(shown, index + 1);
    },
  };
}

import type { EventKind } from '../../domain/indicators/indicator-set.js';
import { eventKey, fieldText } from '../draft.js';
import type { EventField } from '../../domain/preview/index.js';
import { button, element, goTo, refill } from '../element.js';
import { makeField, type Field, type FieldBook } from '../field.js';
import type { DraftPreview } from '../preview-draft.js';
import type { Session } from '../session.js';
import { EFFECTS, showOutcome } from './event-outcome.js';

/** One event: its fields, what it counts, and why. */
export interface EventCard {
  readonly node: HTMLElement;
  /** What it is called when it is gone. */
  name(): string;
  focus(): void;
  update(shown: DraftPreview, number: number): void;
  /** Takes it and its fields away. */
  close(): void;
}

/** What is written in words of an event, in the order in which a register asks for it. */
const TEXTS: readonly {
  readonly field: EventField;
  readonly name: string;
  readonly placeholder?: string;
}[] = [
  { field: 'occurred', name: '发生日期', placeholder: '如 2015-07-15' },
  { field: 'found', name: '认定日期', placeholder: '如 2015-07-15' },
  { field: 'summary', name: '事项说明' },
  { field: 'document', name: '认定文件、佐证', placeholder: '文件名称、文号，或证书、公告' },
  { field: 'authority', name: '认定机关' },
  { field: 'matter', name: '同一事项', placeholder: '几件属同一事项的写同一名称' },
  { field: 'share', name: '本地区份额', placeholder: '几地共有的写，如 0.5' },
];

/** @param takeOut takes the event out of the draft */
export function eventCard(
  session: Session,
  book: FieldBook,
  key: string,
  takeOut: () => void,
): EventCard {
  const { events: kinds } = session.kit.set;
  const prefix = eventKey({ key }, '');
  const keyOf = (field: EventField): string => `${prefix}${field}`;
  const textIn = (field: EventField): string => fieldText(session.draft(), keyOf(field));
  const kindNow = (): EventKind | undefined => {
    const text = textIn('kind').trim();
    return kinds.get(text) ?? [...kinds.values()].find(({ label }) => label === text);
  };
  const kind = makeField(session, book, {
    key: keyOf('kind'),
    label: '事项类别',
    choices: new Map(
      [...kinds.values()].map(({ id, label, effect }) => [id, `${EFFECTS[effect]}：${label}`]),
    ),
    code: (text) => [...kinds.values()].find(({ label }) => label === text)?.id,
  });
  const levelPlace = element('div', { class: 'labelled event-level' });
  const layLevel = (): void => {
    const field = levelField(session, book, keyOf('level'), kindNow());
    levelPlace.hidden = field === undefined;
    refill(levelPlace, ...(field === undefined ? [] : named('级别', field)));
  };
  kind.control.addEventListener('input', () => {
    const levels = Object.keys(kindNow()?.points ?? {});
    if (!levels.includes(textIn('level'))) session.type(keyOf('level'), '');
    layLevel();
  });
  layLevel();
  const idFault = element('p', { class: 'fault', hidden: true });
  book.set(keyOf('id'), {
    label: '事项编号',
    node: idFault,
    control: kind.control,
    show(fault) {
      idFault.hidden = fault === undefined;
      idFault.textContent = fault === undefined ? '' : `${fault.what}${fault.todo}`;
    },
  });
  const title = element('h3', {});
  const points = element('span', { class: 'points' });
  const why = element('div', { class: 'event-why' });
  const remove = button('去掉', { class: 'quiet take-out' }, takeOut);
  const node = element(
    'section',
    { class: 'event', id: `event-${key}` },
    element('div', { class: 'heading' }, title, points, remove),
    idFault,
    element(
      'div',
      { class: 'event-fields' },
      element('div', { class: 'labelled event-kind' }, ...named('类别', kind)),
      levelPlace,
      ...TEXTS.map(({ field, name, placeholder }) => {
        const made = makeField(session, book, {
          key: keyOf(field),
          label: name,
          ...(placeholder === undefined ? {} : { placeholder }),
        });
        return element('div', { class: `labelled event-${field}` }, ...named(name, made));
      }),
    ),
    why,
  );
  const name = (): string =>
    [textIn('summary'), textIn('matter'), kindNow()?.label, textIn('id')].find(
      (text) => text !== undefined && text.trim() !== '',
    ) ?? '';
  return {
    node,
    name,
    focus: () => goTo(kind.control),
    close() {
      node.remove();
      for (const entry of [...book.keys()]) if (entry.startsWith(prefix)) book.delete(entry);
    },
    update(shown, number) {
      const said = `事项 ${String(number)}`;
      title.textContent = said;
      node.setAttribute('aria-label', said);
      remove.setAttribute('aria-label', `去掉${said}`);
      showOutcome(session, shown, textIn('id'), { points, why, prefix });
    },
  };
}

function named(name: string, field: Field): readonly HTMLElement[] {
  return [element('label', { for: field.control.id }, name), field.node];
}

/** The levels of a kind, with what each counts; none where there is nothing to choose. */
function levelField(
  session: Session,
  book: FieldBook,
  key: string,
  kind: EventKind | undefined,
): Field | undefined {
  const levels = Object.entries(kind?.points ?? {});
  const verb = kind?.effect === 'penalty' ? '扣' : '加';
  if (levels.length <= 1 && fieldText(session.draft(), key) === '') {
    book.delete(key);
    return undefined;
  }
  return makeField(session, book, {
    key,
    label: '级别',
    choices: new Map(
      levels.map(([id, points]) => [id, `${kind?.levels[id] ?? id}（${verb} ${points} 分）`]),
    ),
    code: (text) => levels.find(([id]) => kind?.levels[id] === text)?.[0],
  });
}

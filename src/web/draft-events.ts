import type { Region } from '../domain/indicators/region-set.js';
import { newEventNumber } from '../domain/metrics/event-number.js';
import { EVENT_FIELDS, type EventField, type PreviewInput } from '../domain/preview/index.js';

/** 事项: one event, typed here or brought along by a file; a blank text is a blank field. */
export interface DraftEvent {
  /** By which the page knows it, whatever is typed. */
  readonly key: string;
  readonly fields: Readonly<Record<EventField, string>>;
}

type InputEvent = NonNullable<PreviewInput['events']>[number];

/** An event of a region in which nothing is filled in yet, with a number that no other has. */
export function newEvent(
  events: readonly DraftEvent[],
  region: Pick<Region, 'id' | 'code'>,
): DraftEvent {
  const taken = events.map(({ fields }) => fields.id);
  return toDraft({ id: newEventNumber(region, taken) }, events);
}

/** Whether nothing was filled in: it is neither counted nor held against anything. */
export function isBlankEvent({ fields }: DraftEvent): boolean {
  return EVENT_FIELDS.every((field) => field === 'id' || fields[field].trim() === '');
}

/** What a file says of events, laid over those of the draft: the same number is the same event. */
export function withEvents(
  events: readonly DraftEvent[],
  input: readonly InputEvent[],
): readonly DraftEvent[] {
  return input.reduce<readonly DraftEvent[]>((all, one) => {
    const made = toDraft(one, all);
    if (isBlankEvent(made)) return all;
    const at = all.findIndex(({ fields }) => fields.id === made.fields.id);
    const old = all[at];
    return old === undefined ? [...all, made] : all.with(at, { ...made, key: old.key });
  }, events);
}

function toDraft(input: InputEvent, others: readonly DraftEvent[]): DraftEvent {
  const numbers = others.map(({ key }) => Number(key.slice(1)));
  const number = String(Math.max(0, ...numbers) + 1);
  const textOf = (field: EventField): string => {
    const value = input[field];
    return value === undefined || value === null ? '' : String(value);
  };
  const fields = Object.fromEntries(EVENT_FIELDS.map((field) => [field, textOf(field)]));
  const id = textOf('id') === '' ? `本页${number}` : textOf('id');
  return { key: `e${number}`, fields: { ...(fields as DraftEvent['fields']), id } };
}

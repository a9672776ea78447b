import type { Path } from '../domain/kernel/fault.js';
import type { InputScalar, PreviewInput } from '../domain/preview/index.js';
import { isBlankEvent, withEvents, type DraftEvent } from './draft-events.js';

/**
 * What is typed on the page: the text of every field by its key, and the events. A blank field is
 * not in it.
 */
export interface Draft {
  readonly period: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly events: readonly DraftEvent[];
}

/** A draft in which nothing is filled in. */
export function emptyDraft(period: string): Draft {
  return { period, fields: {}, events: [] };
}

/** Whether nothing was filled in. */
export function isEmpty({ fields, events }: Draft): boolean {
  return Object.keys(fields).length === 0 && events.every(isBlankEvent);
}

/**
 * The key of the field at a path of the input.
 *
 * @example fieldKey(['metrics', '2015', 'mfg_passed', 'value']) // 'metrics/2015/mfg_passed/value'
 */
export function fieldKey(path: Path): string {
  const alone = VALUE_OF[String(path[0])];
  // A name stands for the number under it.
  return (alone !== undefined && path.length === alone.depth ? [...path, alone.field] : path).join(
    '/',
  );
}

/** How deep a name stands in each part of the input, and which field holds its number. */
const VALUE_OF: Readonly<Record<string, { readonly depth: number; readonly field: string }>> = {
  metrics: { depth: 3, field: 'value' },
  targets: { depth: 2, field: 'value' },
  self: { depth: 2, field: 'points' },
};

/** The key of an event's field. */
export function eventKey(event: Pick<DraftEvent, 'key'>, field: string): string {
  return `${EVENTS}/${event.key}/${field}`;
}

const EVENTS = 'events';

/**
 * The key of the field at a path of an input that the draft became, or that it took in; null where
 * the page has none.
 */
export function fieldKeyIn(draft: Draft, input: PreviewInput, path: Path): string | null {
  const [part, index, field = 'kind'] = path;
  if (part !== EVENTS) return fieldKey(path);
  const id = String(input.events?.[Number(index)]?.id);
  const event = draft.events.find(({ fields }) => fields.id === id);
  return event === undefined ? null : eventKey(event, String(field));
}

/** What stands in a field. */
export function fieldText({ fields, events }: Draft, key: string): string {
  const [part, name, field] = key.split('/');
  if (part !== EVENTS) return fields[key] ?? '';
  const event = events.find((one) => one.key === name);
  return Object.entries(event?.fields ?? {}).find(([one]) => one === field)?.[1] ?? '';
}

/** The draft with one field changed; a blank text takes it away. */
export function withField(draft: Draft, key: string, text: string): Draft {
  const [part, name, field = ''] = key.split('/');
  if (part === EVENTS) {
    const events = draft.events.map((event) =>
      event.key === name ? { ...event, fields: { ...event.fields, [field]: text } } : event,
    );
    return { ...draft, events };
  }
  const fields = Object.fromEntries(Object.entries(draft.fields).filter(([name]) => name !== key));
  return { ...draft, fields: text.trim() === '' ? fields : { ...fields, [key]: text } };
}

/** The draft as the interface and the domain take it. */
export function toInput({ period, fields, events }: Draft): PreviewInput {
  const metrics: Record<string, Record<string, Record<string, string>>> = {};
  const targets: Record<string, Record<string, string>> = {};
  const self: Record<string, Record<string, string>> = {};
  let source: string | undefined;
  for (const [key, text] of Object.entries(fields)) {
    const [part, ...path] = key.split('/');
    if (part === 'source') source = text;
    else if (part === 'metrics') {
      const [year = '', metric = '', field = ''] = path;
      (((metrics[year] ??= {})[metric] ??= {})[field] as string) = text;
    } else {
      const [id = '', field = ''] = path;
      (((part === 'targets' ? targets : self)[id] ??= {})[field] as string) = text;
    }
  }
  const stated = events.filter((event) => !isBlankEvent(event)).map((event) => event.fields);
  return {
    period,
    ...(source === undefined ? {} : { source }),
    metrics,
    targets,
    self,
    events: stated,
  };
}

/** What an input says, laid over a draft: its fields count, all others stay. */
export function withInput(draft: Draft, input: PreviewInput): Draft {
  const fields: Record<string, string> = { ...draft.fields };
  const put = (path: Path, cell: unknown): void => {
    if (typeof cell === 'object' && cell !== null) {
      for (const [field, value] of Object.entries(cell)) put([...path, field], value);
      return;
    }
    const text = textOf(cell as InputScalar | undefined);
    if (text.trim() !== '') fields[fieldKey(path)] = text;
  };
  put(['source'], input.source);
  for (const [period, metrics] of Object.entries(input.metrics ?? {})) {
    for (const [metric, cell] of Object.entries(metrics)) put(['metrics', period, metric], cell);
  }
  for (const [metric, cell] of Object.entries(input.targets ?? {})) put(['targets', metric], cell);
  for (const [indicator, cell] of Object.entries(input.self ?? {})) put(['self', indicator], cell);
  const period = textOf(input.period);
  return {
    period: period === '' ? draft.period : period,
    fields,
    events: withEvents(draft.events, input.events ?? []),
  };
}

function textOf(value: InputScalar | undefined): string {
  return value === undefined || value === null ? '' : String(value);
}

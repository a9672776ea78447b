import { withEvents, type DraftEvent } from './draft-events.js';
import type { Draft } from './draft.js';

/** Whose draft it is. */
export interface DraftOwner {
  readonly set: string;
  readonly region: string;
}

/** Drafts stay in this browser alone: the server keeps nothing. */
const PREFIX = 'kaoheng:draft:';

function nameOf({ set, region }: DraftOwner): string {
  return `${PREFIX}${set}:${region}`;
}

/** Keeps a draft. @returns false where the browser keeps nothing (private window, full store) */
export function keepDraft(owner: DraftOwner, draft: Draft): boolean {
  try {
    localStorage.setItem(nameOf(owner), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** The draft that was kept; undefined when there is none that can be read. */
export function keptDraft(owner: DraftOwner): Draft | undefined {
  try {
    const text = localStorage.getItem(nameOf(owner));
    const draft = text === null ? undefined : (JSON.parse(text) as Partial<Draft>);
    if (typeof draft?.period !== 'string' || typeof draft.fields !== 'object') return undefined;
    return { period: draft.period, fields: draft.fields, events: keptEvents(draft.events ?? []) };
  } catch {
    return undefined;
  }
}

/** Events of a draft that was kept before they could be typed have no key yet. */
function keptEvents(events: readonly (DraftEvent | object)[]): readonly DraftEvent[] {
  return withEvents(
    [],
    events.map((event) => ('fields' in event ? event.fields : event)),
  );
}

/** Forgets a draft. */
export function forgetDraft(owner: DraftOwner): void {
  try {
    localStorage.removeItem(nameOf(owner));
  } catch {
    // Where nothing can be kept there is nothing to forget.
  }
}

/**
 * Tells when another window of this browser keeps or forgets the same draft.
 *
 * @returns what stops listening
 */
export function watchDraft(owner: DraftOwner, changed: () => void): () => void {
  const heard = ({ key }: StorageEvent): void => {
    // Without a key all of the store was cleared.
    if (key === null || key === nameOf(owner)) changed();
  };
  window.addEventListener('storage', heard);
  return () => window.removeEventListener('storage', heard);
}

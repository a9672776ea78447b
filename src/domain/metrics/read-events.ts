import type { EventKind } from '../indicators/indicator-set.js';
import { faultAt } from '../kernel/fault.js';
import { nearestName } from '../kernel/nearest-name.js';
import { decimal, decimalText, HUNDRED, ONE, sumDecimals } from '../kernel/decimal.js';
import type { DataRecord } from './data-record.js';
import { keepOne, type Identity } from './keep-one.js';
import { createRecordReader, near, type ReadContext, type RecordReader } from './record-reader.js';
import type { EventRecord } from './year-data.js';

/** A register's record: whether it says the region's share itself. */
interface ReadEvent {
  readonly event: EventRecord;
  readonly hasShare: boolean;
}

/** A record of the register, or of the form of a region that reports it of itself. */
export interface WrittenEvent {
  readonly record: DataRecord;
  readonly isSelfReported: boolean;
}

/**
 * Reads the register of events, one record for each region concerned. Where an event concerns
 * several regions, each has a stated share, and the shares are together at most one.
 */
export function readEvents(
  written: readonly WrittenEvent[],
  context: ReadContext,
): readonly EventRecord[] {
  const read = written.flatMap((one) => readEvent(one, context) ?? []);
  const kept = keepOne(read, identityOf(context), context.faults);
  const byEvent = new Map<string, ReadEvent[]>();
  for (const item of kept) {
    byEvent.set(item.event.id, [...(byEvent.get(item.event.id) ?? []), item]);
  }
  for (const parts of byEvent.values()) checkShares(parts, context);
  // The records of one event must tell the same of it.
  keepOne(kept, { ...identityOf(context), ...SAME_EVENT }, context.faults, 'data-event-differs');
  return kept.map(({ event }) => event);
}

/** An event with a fault does not count meanwhile: at no level, in no year that nobody wrote. */
function readEvent(
  { record, isSelfReported }: WrittenEvent,
  context: ReadContext,
): ReadEvent | undefined {
  const faultsBefore = context.faults.length;
  const { set, names } = context;
  const reader = createRecordReader(record, context);
  const id = reader.required('id');
  const region = reader.assessedRegion();
  const kindId = reader.name('kind', names.eventKinds, 'data-unknown-event-kind', {
    choices: [...set.events.values()].map(({ label }) => label).join('；'),
  });
  const kind = kindId === undefined ? undefined : set.events.get(kindId);
  const level = kind === undefined ? undefined : readLevel(reader, kind);
  const share = readShare(reader);
  const occurred = reader.date('occurred');
  const found = reader.date('found');
  if (id === undefined || region === undefined || kind === undefined) return undefined;
  if (context.faults.length > faultsBefore) return undefined;
  return {
    hasShare: reader.text('share') !== undefined,
    event: {
      id,
      kind: kind.id,
      region: region.id,
      level,
      matter: reader.text('matter') ?? id,
      share: share ?? '1',
      occurred,
      found,
      authority: reader.text('authority'),
      document: reader.text('document'),
      summary: reader.text('summary'),
      ...(isSelfReported ? { isSelfReported } : {}),
      place: record.placeOf('id'),
    },
  };
}

/** A level that the kind has points for, by code or name; a kind with one level needs none named. */
function readLevel(reader: RecordReader, kind: EventKind): string | undefined {
  const written = reader.text('level');
  const levels = Object.keys(kind.points);
  const choices = levels.map((level) => {
    const name = kind.levels[level];
    return name === undefined ? level : `${name} ${level}`;
  });
  const facts = { kind: kind.label, choices: choices.join('、') };
  if (levels.length === 0) return written;
  if (written === undefined) {
    const [only, ...others] = levels;
    if (others.length === 0) return only;
    return reader.fault('data-event-without-level', 'level', facts);
  }
  if (levels.includes(written)) return written;
  const named = levels.find((level) => kind.levels[level] === written);
  if (named !== undefined) return named;
  return reader.fault('data-unknown-event-level', 'level', {
    ...facts,
    text: written,
    ...near(nearestName(written, levels)),
  });
}

function readShare(reader: RecordReader): string | undefined {
  const written = reader.text('share');
  if (written === undefined) return undefined;
  // Excel takes 50% where 0.5 is asked for, and keeps it as it was typed.
  const isPercent = /[%％]$/.test(written);
  const share = reader.number('share', isPercent ? '%' : undefined);
  if (share === undefined) return undefined;
  const value = isPercent ? share.value.dividedBy(HUNDRED) : share.value;
  if (value.greaterThan(0) && value.lessThanOrEqualTo(ONE)) return decimalText(value);
  return reader.fault('data-event-share', 'share', { text: written });
}

function checkShares(parts: readonly ReadEvent[], { faults }: ReadContext): void {
  const [first, second] = parts;
  if (first === undefined || second === undefined) return;
  const facts = { id: first.event.id, count: String(parts.length) };
  const unstated = parts.find(({ hasShare }) => !hasShare);
  if (unstated !== undefined) {
    faults.push(faultAt(unstated.event.place, 'data-event-without-shares', facts));
    return;
  }
  const sum = sumDecimals(parts.map(({ event }) => decimal(event.share)));
  if (sum.lessThanOrEqualTo(ONE)) return;
  const sumFacts = { ...facts, sum: decimalText(sum) };
  faults.push(faultAt(first.event.place, 'data-event-shares-sum', sumFacts));
}

function contentOf({ event }: ReadEvent): readonly (string | undefined)[] {
  const { kind, level, matter, occurred, found, authority, document, summary } = event;
  return [kind, level, matter, occurred, found, authority, document, summary];
}

function identityOf({ set, period }: ReadContext): Identity<ReadEvent> {
  return {
    key: ({ event }) => [event.id, event.region],
    content: (item) => [item.event.share, ...contentOf(item)],
    // Of two alike the office's stays: then it is no more the region's word alone.
    rest: ({ event, hasShare }) => [event.isSelfReported === true ? '1' : '', String(hasShare)],
    place: ({ event }) => event.place,
    facts: ({ event }) => ({
      region: set.regions.all.get(event.region)?.name ?? event.region,
      what: event.id,
      period,
    }),
  };
}

const SAME_EVENT = { key: ({ event }: ReadEvent) => [event.id], content: contentOf };

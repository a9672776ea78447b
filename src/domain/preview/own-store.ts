import type { Decimal } from '../kernel/decimal.js';
import type { Memory, Slot } from '../kernel/memory.js';
import type { Cell } from '../kernel/status.js';
import type {
  EventRecord,
  Exemption,
  FiledTarget,
  Mark,
  SubmittedValue,
  YearData,
} from '../metrics/year-data.js';
import type { FieldStore, Remarks } from '../plan/index.js';

/** The inputs and columns of one region, in slots that outlast a preview. */
export interface OwnStore extends FieldStore<Decimal> {
  /** Puts one preview's data in the place of the last one's, and takes the columns away. */
  fill(data: YearData): void;
  /** The slots that now hold a value, and those that hold a target, in the order of the data. */
  values(): readonly Slot<SubmittedValue | undefined>[];
  targets(): readonly Slot<FiledTarget | undefined>[];
  /** How many slots there are: a region that states ever other periods makes ever more. */
  size(): number;
}

type Row<T> = readonly (readonly T[])[];

const NO_MARKS: Row<Mark> = [[]];
const NO_EVENTS: readonly EventRecord[] = [];
const NO_EXEMPTIONS: readonly Exemption[] = [];

/** A store of one region's data. What it is asked for while a computation is remembered counts. */
export function createOwnStore(memory: Memory): OwnStore {
  const values = inputSlots<SubmittedValue>(memory);
  const targets = inputSlots<FiledTarget>(memory);
  const marks = new Map<string, Slot<Row<Mark>>>();
  const newMarks = () => memory.slot(NO_MARKS);
  const events = memory.slot(NO_EVENTS);
  const exemptions = memory.slot(NO_EXEMPTIONS);
  const columns = new Map<string, ColumnSlot>();
  const marksOf = (indicator: string): Slot<Row<Mark>> => slotOf(marks, indicator, newMarks);
  const newColumn = (): ColumnSlot => memory.slot(undefined);
  const columnOf = (name: string): ColumnSlot => slotOf(columns, name, newColumn);
  let given: readonly Mark[] = [];
  const fillMarks = (now: readonly Mark[]): void => {
    if (areSame(given, now)) return;
    given = now;
    const grouped = groupMarks(now);
    for (const indicator of grouped.keys()) marksOf(indicator);
    for (const [indicator, slot] of marks) {
      const row = grouped.get(indicator) ?? [];
      const [before = []] = slot.current;
      if (!areSame(before, row)) memory.write(slot, row.length === 0 ? NO_MARKS : [row]);
    }
  };

  return {
    submitted: (region, metric, period) => memory.read(values.find(region, metric, period)),
    filed: (region, metric) => memory.read(targets.find(region, metric)),
    marks: (indicator) => memory.read(marksOf(indicator)),
    exemptions: (indicator) => {
      const asked = memory.read(exemptions);
      return asked.length === 0 ? asked : asked.filter((one) => one.indicator === indicator);
    },
    events: () => memory.read(events),
    history: () => [],
    decisions: () => [],
    find: (name) => memory.read(columnOf(name)),
    put(name, cells) {
      const slot = columnOf(name);
      // What comes out the same is the same: what is computed from it need not be done again.
      const { current } = slot;
      memory.write(slot, current !== undefined && isSame(current, cells) ? current : cells);
    },
    excluded: createRemarks(memory),
    divided: createRemarks(memory),
    fill(data) {
      values.fill(data.values);
      targets.fill(data.targets);
      fillMarks(data.marks);
      if (!areSame(events.current, data.events)) memory.write(events, data.events);
      const asked = data.exemptions ?? NO_EXEMPTIONS;
      if (!areSame(exemptions.current, asked)) memory.write(exemptions, asked);
    },
    values: values.filled,
    targets: targets.filled,
    size: () => values.size() + targets.size(),
  };
}

type ColumnSlot = Slot<readonly Cell[] | undefined>;

/** Marks by indicator, one after another. */
function groupMarks(marks: readonly Mark[]): ReadonlyMap<string, readonly Mark[]> {
  const given = new Map<string, Mark[]>();
  for (const mark of marks) {
    const others = given.get(mark.indicator);
    if (others === undefined) given.set(mark.indicator, [mark]);
    else others.push(mark);
  }
  return given;
}

/** What a value or a target is of; a target is of no period. */
interface Named {
  readonly region: string;
  readonly metric: string;
  readonly period?: string;
}

/** Slots by name; a record that comes again in its place finds its own without its name. */
function inputSlots<T extends Named>(memory: Memory) {
  type InputSlot = Slot<T | undefined>;
  const slots = new Map<string, Map<string, Map<string, InputSlot>>>();
  let last: readonly T[] = [];
  let filled: readonly InputSlot[] = [];
  let count = 0;
  const newRegion = () => new Map<string, Map<string, InputSlot>>();
  const newMetric = () => new Map<string, InputSlot>();
  const newSlot = (): InputSlot => {
    count += 1;
    return memory.slot<T | undefined>(undefined);
  };
  const find = (region: string, metric: string, period = ''): InputSlot =>
    slotOf(slotOf(slotOf(slots, region, newRegion), metric, newMetric), period, newSlot);
  /** Enters records that are of the same things as the last, in the same order. */
  const refill = (records: readonly T[]): void => {
    records.forEach((record, index) => {
      const slot = filled[index];
      if (last[index] !== record && slot !== undefined) memory.write(slot, record);
    });
  };
  const fillAnew = (records: readonly T[]): void => {
    const before = filled;
    filled = records.map(({ region, metric, period }) => find(region, metric, period));
    const now = new Set(filled);
    for (const slot of before) if (!now.has(slot)) memory.write(slot, undefined);
    records.forEach((record, index) => {
      const slot = filled[index];
      if (slot !== undefined) memory.write(slot, record);
    });
  };
  return {
    find,
    fill(records: readonly T[]): void {
      if (areOfTheSame(last, records)) refill(records);
      else fillAnew(records);
      last = records;
    },
    filled: (): readonly InputSlot[] => filled,
    size: (): number => count,
  };
}

/** Whether two lists of records are of the same things, in the same order. */
function areOfTheSame(some: readonly Named[], others: readonly Named[]): boolean {
  if (some.length !== others.length) return false;
  return some.every((one, index) => {
    const other = others[index];
    if (one === other) return true;
    if (other === undefined) return false;
    return (
      one.metric === other.metric && one.period === other.period && one.region === other.region
    );
  });
}

const YES: readonly boolean[] = [true];
const NO: readonly boolean[] = [false];

function createRemarks(memory: Memory): Remarks {
  const slots = new Map<string, Slot<readonly boolean[] | undefined>>();
  const newSlot = () => memory.slot<readonly boolean[] | undefined>(undefined);
  const find = (name: string) => slotOf(slots, name, newSlot);
  return {
    get: (name) => memory.read(find(name)),
    set: (name, [is]) => {
      memory.write(find(name), is === true ? YES : NO);
    },
  };
}

function slotOf<S>(slots: Map<string, S>, key: string, make: () => S): S {
  const known = slots.get(key);
  if (known !== undefined) return known;
  const made = make();
  slots.set(key, made);
  return made;
}

function areSame<T>(some: readonly T[], others: readonly T[]): boolean {
  return some.length === others.length && some.every((one, index) => one === others[index]);
}

function isSame(some: readonly Cell[], others: readonly Cell[]): boolean {
  return (
    some.length === others.length &&
    some.every((one, index) => {
      const other = others[index];
      if (other === undefined || one.status !== other.status) return false;
      if (one.status !== 'present' || other.status !== 'present' || one === other) return true;
      // Nought and minus nought are equal, and yet two numbers.
      return one.value.equals(other.value) && one.value.isNegative() === other.value.isNegative();
    })
  );
}

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
  const values = inputSlots<SubmittedValue>();
  const targets = inputSlots<FiledTarget>();
  const marks = new Map<string, MarkSlot>();
  const events: Slot<readonly EventRecord[]> = { current: NO_EVENTS };
  const exemptions: Slot<readonly Exemption[]> = { current: NO_EXEMPTIONS };
  const columns = new Map<string, ColumnSlot>();
  const excluded = remarkSlots(memory);
  const divided = remarkSlots(memory);
  const marksOf = (indicator: string): MarkSlot =>
    slotOf(marks, indicator, (): MarkSlot => ({ current: NO_MARKS, last: NO_MARKS }));
  const columnOf = (name: string): ColumnSlot =>
    slotOf(columns, name, (): ColumnSlot => ({ current: undefined, last: undefined }));

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
      memory.write(slot, slot.last !== undefined && isSame(slot.last, cells) ? slot.last : cells);
    },
    excluded: excluded.remarks,
    divided: divided.remarks,
    fill(data) {
      values.fill(data.values);
      targets.fill(data.targets);
      for (const slot of marks.values()) {
        slot.last = slot.current;
        slot.current = NO_MARKS;
      }
      for (const mark of data.marks) enterMark(marksOf(mark.indicator), mark);
      if (!areSame(events.current, data.events)) events.current = data.events;
      const asked = data.exemptions ?? NO_EXEMPTIONS;
      if (!areSame(exemptions.current, asked)) exemptions.current = asked;
      for (const slot of columns.values()) {
        slot.last = slot.current ?? slot.last;
        slot.current = undefined;
      }
      excluded.clear();
      divided.clear();
    },
    values: values.filled,
    targets: targets.filled,
    size: () => values.size() + targets.size(),
  };
}

/** A column, with what stood in it at the last preview. */
interface ColumnSlot extends Slot<readonly Cell[] | undefined> {
  last: readonly Cell[] | undefined;
}

/** An indicator's marks, with those of the last preview. */
interface MarkSlot extends Slot<Row<Mark>> {
  last: Row<Mark>;
}

/** A mark that comes again is in the same row again. */
function enterMark(slot: MarkSlot, mark: Mark): void {
  const [marks = []] = slot.current;
  const [last = []] = slot.last;
  const isLast = marks.length === 0 && last.length === 1 && last[0] === mark;
  slot.current = isLast ? slot.last : [[...marks, mark]];
}

/** What a value or a target is of; a target is of no period. */
interface Named {
  readonly region: string;
  readonly metric: string;
  readonly period?: string;
}

/** Slots by name; a record that comes again in its place finds its own without its name. */
function inputSlots<T extends Named>() {
  type InputSlot = Slot<T | undefined>;
  const slots = new Map<string, Map<string, Map<string, InputSlot>>>();
  let last: readonly T[] = [];
  let filled: readonly InputSlot[] = [];
  let count = 0;
  const find = (region: string, metric: string, period = ''): InputSlot => {
    const ofRegion = slotOf(slots, region, () => new Map<string, Map<string, InputSlot>>());
    const ofMetric = slotOf(ofRegion, metric, () => new Map<string, InputSlot>());
    return slotOf(ofMetric, period, (): InputSlot => {
      count += 1;
      return { current: undefined };
    });
  };
  return {
    find,
    fill(records: readonly T[]): void {
      for (const slot of filled) slot.current = undefined;
      const before = filled;
      filled = records.map((record, index) => {
        // Most records are those of the last time, in the same places.
        const same = last[index] === record ? before[index] : undefined;
        const slot = same ?? find(record.region, record.metric, record.period);
        slot.current = record;
        return slot;
      });
      last = records;
    },
    filled: (): readonly InputSlot[] => filled,
    size: (): number => count,
  };
}

const YES: readonly boolean[] = [true];
const NO: readonly boolean[] = [false];

function remarkSlots(memory: Memory): { readonly remarks: Remarks; readonly clear: () => void } {
  const slots = new Map<string, Slot<readonly boolean[] | undefined>>();
  const find = (name: string): Slot<readonly boolean[] | undefined> =>
    slotOf(slots, name, (): Slot<readonly boolean[] | undefined> => ({ current: undefined }));
  return {
    remarks: {
      get: (name) => memory.read(find(name)),
      set: (name, [is]) => {
        memory.write(find(name), is === true ? YES : NO);
      },
    },
    clear() {
      for (const slot of slots.values()) slot.current = undefined;
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

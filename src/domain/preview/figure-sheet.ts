import { compareText } from '../kernel/fault.js';
import type { InputScalar } from './preview-input.js';

/** What was stated of one figure, and what it was read as; undefined where it was left blank. */
export interface Reading<C, T> {
  readonly cell: C;
  readonly source: InputScalar | undefined;
  readonly record: T | undefined;
}

/** A figure that can be stated: its name in the year's data, and how what is stated is read. */
export interface FigureKind<C, T> {
  readonly key: readonly string[];
  /** Reads what is stated; undefined where there is a fault. */
  read(cell: C, source: InputScalar | undefined): Reading<C, T> | undefined;
  /** Reads another number in the place of one that was read before; undefined where it has to be
   *  read from the beginning. */
  readonly readAnother?: ((before: T, cell: C, other: C) => T | undefined) | undefined;
}

/** The figures of one kind that a region has stated so far, with what it states now. */
export interface FigureSheet<C, T> {
  /** Begins a new statement. */
  begin(): void;
  /** Enters figures of a period; false at the first that has a fault. */
  enter(
    period: string,
    cells: Readonly<Record<string, C>>,
    source: InputScalar | undefined,
  ): boolean;
  /** The records in the order of the year's data; undefined where one thing is said twice. */
  records(): readonly T[] | undefined;
}

/** Figures that are kept, and readings of one figure: of those who type at one time. */
const MOST_FIGURES = 4000;
const MOST_READINGS = 4;

interface Figure<C, T> extends FigureKind<C, T> {
  readonly name: string;
  readonly readings: Reading<C, T>[];
  /** In which statement it was stated last, and as what. */
  turn: number;
  record: T | undefined;
  /** Whether the one before it in the order goes by another name and is the same. */
  hasTwin: boolean;
}

/**
 * A sheet of figures, on which a figure that is stated again in the same words is the same record.
 *
 * @param find the figure of a name, or undefined where there is none
 * @param isSame whether two cells state the same in the same words
 */
export function createFigureSheet<C, T>(
  find: (period: string, name: string) => FigureKind<C, T> | undefined,
  isSame: (one: C, other: C) => boolean,
): FigureSheet<C, T> {
  const periods = new Map<string, FiguresOfPeriod<C, T>>();
  let sorted: Figure<C, T>[] = [];
  let isSorted = true;
  let turn = 0;
  const add = (period: string, name: string): Figure<C, T> | undefined => {
    const kind = find(period, name);
    if (kind === undefined) return undefined;
    const figure: Figure<C, T> = {
      ...kind,
      name,
      readings: [],
      turn: 0,
      record: undefined,
      hasTwin: false,
    };
    sorted.push(figure);
    isSorted = false;
    return figure;
  };
  const readingOf = (figure: Figure<C, T>, cell: C, source: InputScalar | undefined) => {
    const { readings } = figure;
    for (let index = 0; index < readings.length; index += 1) {
      const one = readings[index];
      if (one !== undefined && one.source === source && isSame(one.cell, cell)) return one;
    }
    const made = another(figure, cell, source) ?? figure.read(cell, source);
    if (made === undefined) return undefined;
    if (readings.length >= MOST_READINGS) readings.pop();
    readings.unshift(made);
    return made;
  };
  return {
    begin() {
      turn += 1;
      if (sorted.length <= MOST_FIGURES) return;
      periods.clear();
      sorted = [];
    },
    enter(period, cells, source) {
      const { byName, order } = figuresOf(periods, period);
      const names = Object.keys(cells);
      for (let index = 0; index < names.length; index += 1) {
        const name = names[index] ?? '';
        // They mostly come in the order of the last time.
        const known = order[index];
        const figure = known?.name === name ? known : (byName.get(name) ?? add(period, name));
        const cell = cells[name];
        if (figure === undefined || cell === undefined) return false;
        if (figure !== known) {
          byName.set(name, figure);
          order[index] = figure;
        }
        const reading = readingOf(figure, cell, source);
        if (reading === undefined) return false;
        figure.turn = turn;
        figure.record = reading.record;
      }
      return true;
    },
    records() {
      if (!isSorted) sortFigures(sorted);
      isSorted = true;
      const records: T[] = [];
      let last: Figure<C, T> | undefined;
      for (const figure of sorted) {
        if (figure.turn !== turn || figure.record === undefined) continue;
        const isTwice = figure.hasTwin && last !== undefined && compareKeys(last, figure) === 0;
        if (isTwice) return undefined;
        last = figure;
        records.push(figure.record);
      }
      return records;
    },
  };
}

/** Puts figures into the order of the year's data. */
function sortFigures(figures: (Keyed & { hasTwin: boolean })[]): void {
  figures.sort(compareKeys);
  figures.forEach((figure, index) => {
    const before = figures[index - 1];
    figure.hasTwin = before !== undefined && compareKeys(before, figure) === 0;
  });
}

/** The figures of one period: by name, and as they came the last time. */
interface FiguresOfPeriod<C, T> {
  readonly byName: Map<string, Figure<C, T>>;
  readonly order: Figure<C, T>[];
}

function figuresOf<C, T>(
  periods: Map<string, FiguresOfPeriod<C, T>>,
  period: string,
): FiguresOfPeriod<C, T> {
  const known = periods.get(period) ?? { byName: new Map<string, Figure<C, T>>(), order: [] };
  periods.set(period, known);
  return known;
}

/** While somebody types, a figure differs from the last only by its number. */
function another<C, T>(
  { readings, readAnother }: Figure<C, T>,
  cell: C,
  source: InputScalar | undefined,
): Reading<C, T> | undefined {
  const [last] = readings;
  if (last?.record === undefined || last.source !== source) return undefined;
  const record = readAnother?.(last.record, last.cell, cell);
  return record === undefined ? undefined : { cell, source, record };
}

interface Keyed {
  readonly key: readonly string[];
}

function compareKeys({ key: one }: Keyed, { key: other }: Keyed): number {
  for (let index = 0; index < one.length; index += 1) {
    const order = compareText(one[index] ?? '', other[index] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}

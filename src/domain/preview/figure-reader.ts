import type { IndicatorSet } from '../indicators/index.js';
import type { Fault, Place } from '../kernel/fault.js';
import { dataNames } from '../metrics/data-names.js';
import type { DataRecord } from '../metrics/data-record.js';
import { metricUses } from '../metrics/metric-uses.js';
import { isExemption, readMark } from '../metrics/read-marks.js';
import { readTarget } from '../metrics/read-targets.js';
import { readValue } from '../metrics/read-values.js';
import { readPeriod, type ReadContext } from '../metrics/record-reader.js';
import { examineYearData } from '../metrics/read-year-data.js';
import type {
  FiledTarget,
  Mark,
  SkippedValue,
  SubmittedValue,
  YearData,
} from '../metrics/year-data.js';
import { isObject, isSameBeside, readAnotherNumber } from './another-number.js';
import { createFigureSheet, type FigureKind } from './figure-sheet.js';
import {
  inputRecords,
  type MarkCell,
  type PreviewInput,
  type TargetCell,
  type ValueCell,
} from './preview-input.js';

/**
 * Reads what one region states, as often as it changes. A figure that was stated before in the same
 * words is the same record again, so that what was computed from it need not be computed again.
 *
 * @returns undefined where there is a fault: then everything has to be read anew with its places,
 *   and every fault is told
 */
export type FigureReader = (input: PreviewInput) => YearData | undefined;

/**
 * Prepares the reading of one region's figures.
 *
 * @param own the set for the region alone
 * @param period the period of the data; a statement that says it is of another is not read
 */
export function createFigureReader(
  own: IndicatorSet,
  region: string,
  period: string,
): FigureReader {
  const { values, targets, marks } = createSheets(own, region, period);
  return (input) => {
    const { source, period: said } = input;
    const year = said === undefined || said === null ? own.year : String(said);
    if (readPeriod(year) !== period) return undefined;
    for (const sheet of [values, targets, marks]) sheet.begin();
    for (const [when, cells] of Object.entries(input.metrics ?? {})) {
      if (!values.enter(when, cells, source)) return undefined;
    }
    if (!targets.enter('', input.targets ?? {}, source)) return undefined;
    if (!marks.enter('', input.self ?? {}, undefined)) return undefined;
    const stated = values.records();
    const filed = targets.records();
    const marked = marks.records();
    const events = readEvents(input, own, region, period);
    if (!stated || !filed || !marked || !events) return undefined;
    const { submitted, skipped } = parted(stated);
    // Numbers of other periods alone are most likely the wrong ones.
    if (submitted.length > 0 && !submitted.some((value) => value.period === period)) {
      return undefined;
    }
    const data = {
      period,
      values: submitted,
      marks: marked,
      events,
      targets: filed,
      history: [],
      decisions: [],
    };
    return skipped.length === 0 ? data : { ...data, skipped };
  };
}

/** What counts, and what was stated of a metric that the set has dropped: seldom any. */
function parted(stated: readonly (SubmittedValue | SkippedValue)[]): {
  readonly submitted: readonly SubmittedValue[];
  readonly skipped: readonly SkippedValue[];
} {
  const submitted: SubmittedValue[] = [];
  const skipped: SkippedValue[] = [];
  for (const value of stated) {
    if ('status' in value) submitted.push(value);
    else skipped.push(value);
  }
  return { submitted, skipped };
}

/** A sheet for the numbers, one for the targets, one for the region's own marks. */
function createSheets(own: IndicatorSet, region: string, period: string) {
  const names = dataNames(own);
  const uses = metricUses(own);
  const reader = <C, T>(
    input: (cell: C) => PreviewInput,
    read: (record: DataRecord, source: string | undefined, context: ReadContext) => T | undefined,
  ): FigureKind<C, T>['read'] => {
    return (cell, source) => {
      const faults: Fault[] = [];
      const file = inputRecords({ ...input(cell), source }, region, '', () => NOWHERE);
      const [record] = file.records;
      // A request of 不适用 stands where points would, and is read with everything anew.
      if (record === undefined || (record.kind === 'mark' && isExemption(record))) return undefined;
      const found = read(record, file.source, { set: own, names, period, faults });
      return faults.length > 0 ? undefined : { cell, source, record: found };
    };
  };
  const metricOf = (name: string): string | undefined => {
    const reading = names.metrics.find(name);
    return reading.kind === 'known' ? (own.retired.get(reading.id) ?? reading.id) : undefined;
  };
  return {
    values: createFigureSheet<ValueCell, SubmittedValue | SkippedValue>((when, name) => {
      const metric = metricOf(name);
      const year = readPeriod(when.normalize('NFC').trim());
      if (metric === undefined || year === undefined) return undefined;
      return {
        key: [metric, year],
        read: reader(
          (cell) => ({ metrics: { [when]: { [name]: cell } } }),
          (record, source, context) =>
            readValue({ record, source, isAssumed: false }, uses, context),
        ),
        readAnother: readAnotherNumber(own.metrics.get(metric)),
      };
    }, isSameValue),
    targets: createFigureSheet<TargetCell, FiledTarget>((_, name) => {
      const metric = metricOf(name);
      if (metric === undefined) return undefined;
      return { key: [metric], read: reader((cell) => ({ targets: { [name]: cell } }), readTarget) };
    }, isSameTarget),
    marks: createFigureSheet<MarkCell, Mark>((_, name) => {
      const reading = names.nodes.find(name);
      if (reading.kind !== 'known') return undefined;
      return {
        key: [reading.id],
        read: reader(
          (cell) => ({ self: { [name]: cell } }),
          (record, _source, context) => readMark(record, context),
        ),
      };
    }, isSameMark),
  };
}

/** Where a record stands is asked only of a fault, and whoever reads anew tells that. */
const NOWHERE: Place = { file: '', line: 1, column: 1 };

/** Events are few and seldom change while figures are typed: they are read each time. */
function readEvents(
  { events }: PreviewInput,
  own: IndicatorSet,
  region: string,
  period: string,
): YearData['events'] | undefined {
  if (events === undefined || events.length === 0) return [];
  const file = inputRecords({ period, events }, region, '', () => NOWHERE);
  const { data, faults } = examineYearData([file], own);
  return faults.length > 0 ? undefined : data.events;
}

function isSameValue(one: ValueCell, other: ValueCell): boolean {
  if (one === other) return true;
  return isObject(one) && isObject(other) && one.value === other.value && isSameBeside(one, other);
}

function isSameTarget(one: TargetCell, other: TargetCell): boolean {
  if (one === other) return true;
  if (!isObject(one) || !isObject(other)) return false;
  return (
    one.value === other.value && one.source === other.source && one.verifier === other.verifier
  );
}

function isSameMark(one: MarkCell, other: MarkCell): boolean {
  if (one === other) return true;
  if (!isObject(one) || !isObject(other)) return false;
  return (
    one.points === other.points &&
    one.reason === other.reason &&
    one.evidence === other.evidence &&
    one.date === other.date
  );
}

import type { IndicatorSet } from '../indicators/index.js';
import { comparePlaces, compareText, faultAt, type Fault } from '../kernel/fault.js';
import { failure, success, type Result } from '../kernel/result.js';
import type { DataFile, DataRecord, RecordKind } from './data-record.js';
import { dataNames } from './data-names.js';
import type { DataFaultCode } from './fault-codes.js';
import { metricUses } from './metric-uses.js';
import { readDecisions } from './read-decisions.js';
import { readEvents } from './read-events.js';
import { readHistory } from './read-history.js';
import { readExemptions } from './read-exemptions.js';
import { isExemption, readMarks } from './read-marks.js';
import { readTargets } from './read-targets.js';
import { readValues } from './read-values.js';
import { listFaults, readPeriod, type ReadContext } from './record-reader.js';
import type { YearData } from './year-data.js';

/** How a year's data are read. */
export interface ReadYearOptions {
  /** The period to assess, where the files do not say it themselves. */
  readonly period?: string | undefined;
}

/**
 * 一年的数据: holds the records of any number of files against the set. The order of files and
 * records does not matter; the result is sorted.
 *
 * The period is what the files' headers say, else the option, else the set's year; where two of
 * the headers and the option disagree, that is a fault.
 *
 * @returns the data, or every fault of all files at once
 */
export function readYearData(
  files: readonly DataFile[],
  set: IndicatorSet,
  options: ReadYearOptions = {},
): Result<YearData, readonly Fault[]> {
  const { data, faults } = examineYearData(files, set, options);
  return faults.length > 0 ? failure(faults) : success(data);
}

/** The same, with what could be read all the same: for those who want to tell everything at once. */
export function examineYearData(
  files: readonly DataFile[],
  set: IndicatorSet,
  options: ReadYearOptions = {},
): { readonly data: YearData; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const period = periodOf(files, set, options, faults);
  const context: ReadContext = { set, names: dataNames(set), period, faults };
  const sourced = (kind: RecordKind) =>
    files.flatMap(({ records, source, form }) =>
      records.flatMap((record) =>
        record.kind === kind
          ? [
              {
                record,
                source,
                isAssumed: form !== undefined,
                isSelfReported: form?.kind === 'region',
              },
            ]
          : [],
      ),
    );
  const plain = (kind: RecordKind): readonly DataRecord[] =>
    sourced(kind).map(({ record }) => record);
  const { values, skipped } = readValues(sourced('value'), metricUses(set), context);
  const marks = readMarks(plain('mark'), context);
  const exemptions = readExemptions(plain('mark').filter(isExemption), marks, context);
  const data: YearData = {
    period,
    values,
    marks,
    events: readEvents(sourced('event'), context),
    targets: readTargets(sourced('target'), context),
    history: readHistory(plain('history'), context),
    decisions: readDecisions(plain('decision'), context),
    ...(skipped.length === 0 ? {} : { skipped }),
    ...(exemptions.length === 0 ? {} : { exemptions }),
  };
  if (faults.length === 0) checkPeriodHasValues(data, faults);
  return { data, faults: listFaults(faults) };
}

/** The one period that the headers and the option agree on; the set's year where none says. */
function periodOf(
  files: readonly DataFile[],
  set: IndicatorSet,
  options: ReadYearOptions,
  faults: Fault[],
): string {
  const asked = options.period === undefined ? undefined : readPeriod(options.period);
  const headers = files
    .flatMap(({ period }) => (period === undefined ? [] : [period]))
    .sort((a, b) => comparePlaces(a.place, b.place));
  let agreed = asked;
  for (const { text, place } of headers) {
    const period = readPeriod(text);
    const report = (code: DataFaultCode, facts: Readonly<Record<string, string>>): void => {
      faults.push(faultAt(place, code, { text, ...facts }));
    };
    if (period === undefined) report('data-bad-period', {});
    else if (agreed !== undefined && agreed !== period) {
      report('data-period-differs', { other: agreed });
    } else agreed = period;
  }
  return agreed ?? readPeriod(set.year) ?? set.year;
}

/** Data of other periods alone are most likely the wrong file, or the wrong period asked for. */
function checkPeriodHasValues(data: YearData, faults: Fault[]): void {
  const [first] = data.values;
  if (first === undefined || data.values.some(({ period }) => period === data.period)) return;
  const periods = [...new Set(data.values.map(({ period }) => period))].sort(compareText);
  const code: DataFaultCode = 'data-no-values-of-period';
  const facts = { period: data.period, periods: periods.join('、') };
  faults.push(faultAt(first.provenance.place, code, facts));
}

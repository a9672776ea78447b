import type { IndicatorSet } from '../domain/indicators/index.js';
import { decimalText } from '../domain/kernel/decimal.js';
import { faultAt, type Fault } from '../domain/kernel/fault.js';
import { periodYearsBack } from '../domain/kernel/period.js';
import { failure, success, type Result } from '../domain/kernel/result.js';
import {
  examineYearData,
  valueTable,
  type DataFaultCode,
  type DataFile,
} from '../domain/metrics/index.js';
import type { PastText } from '../domain/workbooks/index.js';
import { openDataFiles } from './open-data-files.js';
import type { ScoringPorts } from './ports.js';
import type { Refusal } from './refusal.js';

/** Only this year's form would ask for what these are about. */
const NOT_ASKED: ReadonlySet<string> = new Set<DataFaultCode>([
  'data-unknown-metric',
  'data-computed-metric',
  'data-no-values-of-period',
]);

/**
 * 上年值: the values of the year before the one that forms are made for, out of last year's own
 * data or forms, or of data that hold several years. Nothing else of the files is read.
 *
 * @param period of the forms
 */
export async function loadPast(
  ports: ScoringPorts,
  set: IndicatorSet,
  paths: readonly string[],
  period: string,
): Promise<Result<PastText, Refusal>> {
  const opened = await openDataFiles(ports.data, paths);
  if (!opened.ok) return opened;
  const { files } = opened.value;
  const before = periodYearsBack(period, 1);
  const read = examineYearData(
    files.map((file) => valuesOf(file, before)),
    set,
    { period },
  );
  const asked = read.faults.filter(({ code }) => !NOT_ASKED.has(code));
  const faults: Fault[] = [...opened.value.faults, ...asked];
  const { data } = read;
  const [first] = data.values;
  if (first !== undefined && !data.values.some((value) => value.period === before)) {
    const code: DataFaultCode = 'data-no-values-of-period';
    const periods = [...new Set(data.values.map((value) => value.period))].sort().join('、');
    faults.push(faultAt(first.provenance.place, code, { period: before, periods }));
  }
  if (faults.length > 0) return failure({ kind: 'faults', faults });
  const table = valueTable(data, set);
  return success((region, metric) => pastText(table, region, metric));
}

/** A file's values, each with its period: what does not say one is the year's that was asked for. */
function valuesOf(file: DataFile, before: string): DataFile {
  const said = file.period?.text ?? before;
  return {
    file: file.file,
    period: undefined,
    source: undefined,
    records: file.records
      .filter(({ kind }) => kind === 'value')
      .map((record) =>
        record.fields.period === undefined
          ? { ...record, fields: { ...record.fields, period: said } }
          : record,
      ),
  };
}

function pastText(
  table: ReturnType<typeof valueTable>,
  region: string,
  metric: string,
): string | undefined {
  const text = table.text(region, metric, 1);
  if (text !== undefined) return text;
  const cell = table.cell(region, metric, 1);
  if (cell.status === 'notApplicable') return '不适用';
  return cell.status === 'present' ? decimalText(cell.value.toDecimalPlaces(4)) : undefined;
}

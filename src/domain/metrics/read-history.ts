import { decimalText } from '../kernel/decimal.js';
import { compareText } from '../kernel/fault.js';
import type { DataRecord } from './data-record.js';
import { keepOne } from './keep-one.js';
import { createRecordReader, near, type ReadContext, type RecordReader } from './record-reader.js';
import type { PastResult } from './year-data.js';

/** Reads earlier years' results, for consequences that look back. */
export function readHistory(
  records: readonly DataRecord[],
  context: ReadContext,
): readonly PastResult[] {
  const results = records.flatMap((record) => readResult(record, context) ?? []);
  return keepOne(
    results,
    {
      key: (result) => [result.region, result.period],
      content: ({ grade, rank, score }) => [grade, rank === undefined ? '' : String(rank), score],
      rest: () => [],
      place: (result) => result.place,
      facts: (result) => ({
        region: context.set.regions.all.get(result.region)?.name ?? result.region,
        what: '考核结果',
        period: result.period,
      }),
    },
    context.faults,
  );
}

function readResult(record: DataRecord, context: ReadContext): PastResult | undefined {
  const { names } = context;
  const reader = createRecordReader(record, context);
  const region = reader.name('region', names.regions, 'data-unknown-region');
  if (region !== undefined && region === context.set.regions.total?.id) {
    return reader.fault('data-total-unwanted', 'region', { region });
  }
  const written = reader.required('period');
  const period = written === undefined ? undefined : reader.period('');
  if (period !== undefined && compareText(period, context.period) >= 0) {
    reader.fault('data-history-not-earlier', 'period', { period, current: context.period });
  }
  const grade = readGrade(reader, context);
  const rank = readRank(reader);
  const score = reader.text('score') === undefined ? undefined : reader.number('score', '分');
  if (region === undefined || period === undefined) return undefined;
  if (grade === undefined && rank === undefined && score === undefined) return undefined;
  return {
    region,
    period,
    grade,
    rank,
    score: score === undefined ? undefined : decimalText(score.value),
    place: record.placeOf('region'),
  };
}

/** A grade of this set by id or name; a set without grades takes what is written. */
function readGrade(reader: RecordReader, { set, names }: ReadContext): string | undefined {
  const written = reader.text('grade');
  if (written === undefined || set.grading.grades.length === 0) return written;
  const reading = names.grades.find(written);
  if (reading.kind === 'known') return reading.id;
  return reader.fault('data-unknown-grade', 'grade', {
    text: written,
    choices: set.grading.grades.map(({ label }) => label).join('、'),
    ...(reading.kind === 'unknown' ? near(reading.near) : {}),
  });
}

function readRank(reader: RecordReader): number | undefined {
  const written = reader.text('rank');
  if (written === undefined) return undefined;
  const number = reader.number('rank', '名');
  if (number === undefined) return undefined;
  const rank = number.value.toNumber();
  if (Number.isInteger(rank) && rank >= 1 && rank <= 10_000) return rank;
  return reader.fault('data-bad-rank', 'rank', { text: written });
}

import type { Indicator } from '../indicators/index.js';
import { decimalText } from '../kernel/decimal.js';
import type { DataRecord } from './data-record.js';
import { checkGrant, mayGrant } from './grants.js';
import { keepOne } from './keep-one.js';
import { readMetricText } from './read-metric-text.js';
import { answerKind } from './read-number.js';
import { createRecordReader, type ReadContext, type RecordReader } from './record-reader.js';
import type { Provenance, Publication, SkippedValue, SubmittedValue } from './year-data.js';

/** What the status column can say; a blank one says that the value speaks for itself. */
const STATUSES: Readonly<Record<string, 'present' | 'missing' | 'asked' | 'granted'>> = {
  present: 'present',
  已报: 'present',
  有数: 'present',
  missing: 'missing',
  缺报: 'missing',
  pending: 'asked',
  不适用: 'asked',
  申请不适用: 'asked',
  granted: 'granted',
  notapplicable: 'granted',
  核准不适用: 'granted',
};

/** The choices of the status column, as the messages show them. */
export const STATUS_CHOICES = ['已报', '缺报', '不适用', '核准不适用'] as const;

/** A record with what its file says of where its numbers come from. */
export interface SourcedRecord {
  readonly record: DataRecord;
  readonly source: string | undefined;
  /** Whether nobody wrote that source: it is whose form the file is. */
  readonly isAssumed: boolean;
}

/** A year's values, sorted; and those of metrics that the set has dropped. */
export interface ReadValues {
  readonly values: readonly SubmittedValue[];
  readonly skipped: readonly SkippedValue[];
}

/**
 * Reads submitted values. A blank is no value; 不适用 asks for something that the lead department
 * grants or not; neither is ever nought.
 *
 * @param uses for each metric the indicators computed from it
 */
export function readValues(
  records: readonly SourcedRecord[],
  uses: ReadonlyMap<string, readonly Indicator[]>,
  context: ReadContext,
): ReadValues {
  const values: SubmittedValue[] = [];
  const skipped: SkippedValue[] = [];
  for (const sourced of records) {
    const read = readValue(sourced, uses, context);
    if (read === undefined) continue;
    if ('status' in read) values.push(read);
    else skipped.push(read);
  }
  return {
    values: keepOne(
      withoutAnswered(values),
      {
        key: (value) => [value.region, value.metric, value.period],
        content: (value) => [value.status === 'present' ? value.text : value.status, value.reason],
        rest: ({ provenance: { source, verifier, publication } }) => [
          ...[source, verifier, publication?.issuer, publication?.document],
          ...[publication?.date, publication?.sample],
        ],
        place: (value) => value.provenance.place,
        facts: (value) => factsOf(value, context),
      },
      context.faults,
    ),
    skipped: keepOne(
      skipped,
      {
        key: (value) => [value.region, value.metric, value.period],
        content: () => [],
        rest: () => [],
        place: (value) => value.place,
        facts: () => ({}),
      },
      context.faults,
    ),
  };
}

/** A request of 不适用 that was granted elsewhere has its answer, and contradicts nothing. */
function withoutAnswered(values: readonly SubmittedValue[]): readonly SubmittedValue[] {
  const key = ({ region, metric, period }: SubmittedValue): string =>
    JSON.stringify([region, metric, period]);
  const granted = new Set(values.filter(({ status }) => status === 'notApplicable').map(key));
  if (granted.size === 0) return values;
  return values.filter((value) => value.status !== 'pending' || !granted.has(key(value)));
}

function factsOf(value: SubmittedValue, { set }: ReadContext): Readonly<Record<string, string>> {
  return {
    region: set.regions.all.get(value.region)?.name ?? set.regions.total?.name ?? value.region,
    what: set.metrics.get(value.metric)?.label ?? value.metric,
    period: value.period,
  };
}

/** Reads one value; undefined for a blank, and for one that has faults, which are reported. */
export function readValue(
  { record, source, isAssumed }: SourcedRecord,
  uses: ReadonlyMap<string, readonly Indicator[]>,
  context: ReadContext,
): SubmittedValue | SkippedValue | undefined {
  const { set, names } = context;
  const reader = createRecordReader(record, context);
  const region = reader.name('region', names.regions, 'data-unknown-region');
  const named = reader.name('metric', names.metrics, 'data-unknown-metric');
  const period = reader.period(context.period);
  const answer = readAnswer(reader);
  const id = named === undefined ? undefined : (set.retired.get(named) ?? named);
  const metric = id === undefined ? undefined : set.metrics.get(id);
  if (metric?.type === 'computed' && answer !== undefined) {
    const formula = metric.formula?.text ?? '';
    return reader.fault('data-computed-metric', 'metric', { metric: metric.label, formula });
  }
  const text =
    metric !== undefined && answer === 'value' ? readMetricText(reader, 'value', metric) : '';
  if (region === undefined || period === undefined) return undefined;
  if (period === context.period && isFormerRegion(region, context)) {
    const label = set.regions.all.get(region)?.name ?? region;
    return reader.fault('data-region-not-assessed', 'region', { region: label });
  }
  if (answer === undefined || named === undefined || text === undefined) return undefined;
  const place = record.placeOf('value');
  if (metric === undefined) return { region, metric: named, period, place };
  const verifier = verifierOf(reader, context);
  const reason = reader.text('reason');
  const publication = readPublication(reader);
  const own = reader.text('source');
  const provenance: Provenance = {
    source: own ?? source,
    ...(own === undefined && isAssumed ? { isSourceAssumed: true as const } : {}),
    verifier,
    place,
    ...(publication === undefined ? {} : { publication }),
  };
  const value = { region, metric: metric.id, period, reason, provenance };
  if (answer === 'value') return { ...value, status: 'present', text };
  if (answer === 'asked') {
    // Who may grant it and says so in a form of its own asks nobody.
    const isGranter = record.by !== undefined && reason !== undefined;
    if (isGranter && mayGrant({ metric, region, by: record.by, uses })) {
      const granted = { ...provenance, verifier: record.by };
      return { ...value, provenance: granted, status: 'notApplicable', text: '' };
    }
    return { ...value, status: 'pending', text: '' };
  }
  const isGranted = checkGrant({ reader, metric, region, verifier, uses, context });
  return isGranted ? { ...value, status: 'notApplicable', text: '' } : undefined;
}

/** Where a published statistic stands: issuer, document, date, sample size. */
function readPublication(reader: RecordReader): Publication | undefined {
  const sample = reader.text('sample') === undefined ? undefined : reader.number('sample');
  const publication = {
    issuer: reader.text('issuer'),
    document: reader.text('document'),
    date: reader.date('date'),
    sample: sample === undefined ? undefined : decimalText(sample.value),
  };
  return Object.values(publication).every((one) => one === undefined) ? undefined : publication;
}

/** A region that was renamed, split or merged away: only earlier years' values can be its own. */
function isFormerRegion(id: string, { set }: ReadContext): boolean {
  return id !== set.regions.total?.id && !set.regions.assessed.some((region) => region.id === id);
}

/** What the value and the status say together; undefined for a blank, and for a contradiction. */
function readAnswer(reader: RecordReader): 'value' | 'asked' | 'granted' | undefined {
  const text = reader.text('value') ?? '';
  const status = reader.text('status');
  const answer = answerKind(text);
  if (status === undefined) {
    if (answer === 'blank') return undefined;
    return answer === 'notApplicable' ? 'asked' : 'value';
  }
  const said = STATUSES[status.replaceAll(/[\s_-]/g, '').toLowerCase()];
  const hasValue = answer === 'answer' || answer === 'unclear';
  switch (said) {
    case undefined:
      return reader.fault('data-unknown-status', 'status', {
        text: status,
        choices: STATUS_CHOICES.join('、'),
      });
    case 'present':
      return hasValue ? 'value' : reader.fault('data-status-without-value', 'status');
    case 'missing':
      if (answer === 'blank') return undefined;
      return reader.fault('data-status-with-value', 'status', { text, status });
    default:
      if (!hasValue) return said;
      return reader.fault('data-status-with-value', 'status', { text, status });
  }
}

/** A department by its id where it is one; else the person's name as written. */
function verifierOf(reader: RecordReader, { names }: ReadContext): string | undefined {
  const written = reader.text('verifier');
  if (written === undefined) return undefined;
  const reading = names.departments.find(written);
  return reading.kind === 'known' ? reading.id : written;
}

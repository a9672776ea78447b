import type { DataRecord } from './data-record.js';
import { keepOne } from './keep-one.js';
import { readMetricText } from './read-metric-text.js';
import { answerKind } from './read-number.js';
import { createRecordReader, type ReadContext } from './record-reader.js';
import type { FiledTarget } from './year-data.js';

/** Reads 备案目标; a target not filed is no target, and the set says what that means. */
export function readTargets(
  records: readonly { readonly record: DataRecord; readonly source: string | undefined }[],
  context: ReadContext,
): readonly FiledTarget[] {
  const { set } = context;
  const targets = records.flatMap(({ record, source }) => {
    const target = readTarget(record, source, context);
    return target === undefined ? [] : [target];
  });
  return keepOne(
    targets,
    {
      key: (target) => [target.region, target.metric],
      content: (target) => [target.value],
      rest: ({ provenance }) => [provenance.source, provenance.verifier],
      place: (target) => target.provenance.place,
      facts: (target) => ({
        region: set.regions.all.get(target.region)?.name ?? target.region,
        what: set.metrics.get(target.metric)?.label ?? target.metric,
        period: context.period,
      }),
    },
    context.faults,
  );
}

/** Reads one target; undefined for a blank, and for one that has faults, which are reported. */
export function readTarget(
  record: DataRecord,
  source: string | undefined,
  context: ReadContext,
): FiledTarget | undefined {
  const { set, names } = context;
  const reader = createRecordReader(record, context);
  const region = reader.assessedRegion();
  const named = reader.name('metric', names.metrics, 'data-unknown-metric');
  const metric = named === undefined ? undefined : set.metrics.get(set.retired.get(named) ?? named);
  if (answerKind(reader.text('value') ?? '') === 'blank' || metric === undefined) return undefined;
  if (['text', 'yesNo', 'level', 'stated'].includes(metric.type)) {
    return reader.fault('data-target-unwanted', 'metric', { metric: metric.label });
  }
  const value = readMetricText(reader, 'value', metric);
  if (region === undefined || value === undefined) return undefined;
  return {
    region: region.id,
    metric: metric.id,
    value,
    provenance: {
      source: reader.text('source') ?? source,
      verifier: reader.text('verifier'),
      place: record.placeOf('value'),
    },
  };
}

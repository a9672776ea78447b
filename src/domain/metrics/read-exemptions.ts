import type { Indicator } from '../indicators/index.js';
import type { DataRecord } from './data-record.js';
import { keepOne } from './keep-one.js';
import { readLeaf, readMarker, readStage } from './read-marks.js';
import { createRecordReader, type ReadContext, type RecordReader } from './record-reader.js';
import type { Exemption, Mark } from './year-data.js';

/**
 * 不适用 of indicators that people mark, written where the points would stand: a region asks for
 * it in its 自评, and the lead department grants it in its 部门评分, both with a reason, and only
 * where the set allows it.
 *
 * @param records those whose points say 不适用
 * @param marks the points that were given, which a grant must not contradict
 */
export function readExemptions(
  records: readonly DataRecord[],
  marks: readonly Mark[],
  context: ReadContext,
): readonly Exemption[] {
  const { set, faults, period } = context;
  const read = records.flatMap((record) => readExemption(record, marks, context) ?? []);
  return keepOne(
    read,
    {
      key: ({ region, indicator, status }) => [region, indicator, status],
      content: ({ by, reason }) => [by, reason],
      rest: ({ date }) => [date],
      place: ({ place }) => place,
      facts: ({ region, indicator }) => ({
        region: set.regions.all.get(region)?.name ?? region,
        what: set.nodes.get(indicator)?.label ?? indicator,
        period,
      }),
    },
    faults,
  );
}

function readExemption(
  record: DataRecord,
  marks: readonly Mark[],
  context: ReadContext,
): Exemption | undefined {
  const reader = createRecordReader(record, context);
  const region = reader.assessedRegion();
  const stage = readStage(reader);
  const indicator = readLeaf(reader, stage, context);
  if (region === undefined || stage === undefined || indicator === undefined) return undefined;
  const isAsked = stage === 'self';
  if (indicator.marking === undefined || !(isAsked || stage === 'department')) {
    return reader.fault('data-mark-not-applicable', 'points');
  }
  const by = readMarker(reader, { region: region.id, stage, indicator }, context);
  const reason = reader.text('reason');
  const date = reader.date('date');
  if (by === undefined) return undefined;
  if (reason === undefined) {
    return reader.fault('data-exemption-without-reason', 'reason', { indicator: indicator.label });
  }
  const isMarked = marks.some(
    (mark) =>
      mark.region === region.id && mark.indicator === indicator.id && mark.stage === 'department',
  );
  if (!isAsked && !isGrantSound({ reader, region: region.id, indicator, by, isMarked, context })) {
    return undefined;
  }
  return {
    region: region.id,
    indicator: indicator.id,
    status: isAsked ? 'asked' : 'granted',
    by,
    reason,
    date,
    place: record.placeOf('points'),
  };
}

/** The set allows it, the lead grants it, and no department gives points all the same. */
function isGrantSound(grant: {
  readonly reader: RecordReader;
  readonly region: string;
  readonly indicator: Indicator;
  readonly by: string;
  readonly isMarked: boolean;
  readonly context: ReadContext;
}): boolean {
  const { reader, region, indicator, by, isMarked, context } = grant;
  const { label, lead, notApplicable } = indicator;
  const name = (id: string): string => context.set.departments.get(id) ?? id;
  const faultsBefore = context.faults.length;
  if (!notApplicable.mayBeGranted && !notApplicable.regions.has(region)) {
    reader.fault('data-granted-not-allowed', 'points', { metric: label, indicators: label });
  }
  if (by !== lead) {
    const granters = lead === undefined ? '' : name(lead);
    reader.fault('data-granted-by-other', 'marker', {
      metric: label,
      verifier: name(by),
      granters,
    });
  }
  if (isMarked) reader.fault('data-exemption-with-mark', 'points', { indicator: label });
  return context.faults.length === faultsBefore;
}

import type { Indicator } from '../indicators/index.js';
import { decimal, decimalText, type Decimal } from '../kernel/decimal.js';
import { nearestName } from '../kernel/nearest-name.js';
import type { DataRecord } from './data-record.js';
import { keepOne } from './keep-one.js';
import { answerKind } from './read-number.js';
import { createRecordReader, near, type ReadContext, type RecordReader } from './record-reader.js';
import type { Mark } from './year-data.js';

/** 环节: what a data file may call the stages of marking. */
export const STAGES: Readonly<Record<string, Mark['stage']>> = {
  self: 'self',
  自评: 'self',
  department: 'department',
  部门评分: 'department',
  siteVisit: 'siteVisit',
  实地核查: 'siteVisit',
  review: 'review',
  复核: 'review',
};

/**
 * Reads marks. A region may mark every leaf itself; departments and the site visit mark those
 * leaves that the set leaves to people. Points not given are no mark.
 */
export function readMarks(records: readonly DataRecord[], context: ReadContext): readonly Mark[] {
  const { set, faults } = context;
  const marks = records.flatMap((record) =>
    isExemption(record) ? [] : (readMark(record, context) ?? []),
  );
  return keepOne(
    marks,
    {
      key: (mark) => [mark.region, mark.indicator, mark.stage, mark.marker],
      content: (mark) => [mark.points, mark.reason, mark.evidence, mark.date],
      rest: () => [],
      place: (mark) => mark.place,
      facts: (mark) => ({
        region: set.regions.all.get(mark.region)?.name ?? mark.region,
        what: set.nodes.get(mark.indicator)?.label ?? mark.indicator,
        period: context.period,
      }),
    },
    faults,
  );
}

/** Whether a record says 不适用 where points would stand. */
export function isExemption({ fields }: DataRecord): boolean {
  return answerKind(fields.points?.trim() ?? '') === 'notApplicable';
}

/** Reads one mark; undefined for a blank, and for one that has faults, which are reported. */
export function readMark(record: DataRecord, context: ReadContext): Mark | undefined {
  const reader = createRecordReader(record, context);
  const answer = answerKind(reader.text('points') ?? '');
  const region = reader.assessedRegion();
  const stage = readStage(reader);
  const indicator = readLeaf(reader, stage, context);
  // 不适用 is no mark: what it asks for or grants is read apart.
  if (answer === 'blank' || answer === 'notApplicable') return undefined;
  if (region === undefined || stage === undefined || indicator === undefined) {
    reader.number('points', '分');
    return undefined;
  }
  const marker = readMarker(reader, { region: region.id, stage, indicator }, context);
  const points = readPoints(reader, indicator);
  const reason = reader.text('reason');
  const date = reader.date('date');
  if (points === undefined || marker === undefined) return undefined;
  if (stage !== 'self' && reason === undefined && points.lessThan(decimal(indicator.fullPoints))) {
    return reader.fault('data-mark-without-reason', 'reason', {
      indicator: indicator.label,
      points: decimalText(points),
      full: indicator.fullPoints,
    });
  }
  return {
    region: region.id,
    indicator: indicator.id,
    stage,
    marker,
    points: decimalText(points),
    reason,
    evidence: reader.text('evidence'),
    date,
    place: record.placeOf('points'),
  };
}

/** The stage of a mark. */
export function readStage(reader: RecordReader): Mark['stage'] | undefined {
  const text = reader.required('stage');
  if (text === undefined) return undefined;
  if (Object.hasOwn(STAGES, text)) return STAGES[text];
  return reader.fault('data-unknown-stage', 'stage', {
    text,
    choices: '自评、部门评分、实地核查、复核',
    ...near(nearestName(text, Object.keys(STAGES))),
  });
}

/** The indicator of a mark: a leaf, and from a department one that people mark. */
export function readLeaf(
  reader: RecordReader,
  stage: Mark['stage'] | undefined,
  { set, names }: ReadContext,
): Indicator | undefined {
  const id = reader.name('indicator', names.nodes, 'data-unknown-indicator');
  const node = id === undefined ? undefined : set.nodes.get(id);
  if (node === undefined) return undefined;
  const facts = { indicator: node.label };
  if (node.kind === 'block') return reader.fault('data-mark-on-block', 'indicator', facts);
  if (stage !== undefined && stage !== 'self' && node.marking === undefined) {
    return reader.fault('data-mark-on-rule', 'indicator', facts);
  }
  return node;
}

/**
 * Who marked: the region itself, a lead or co-department; where the set has several raters, a
 * rater's name, and on a site visit the team's.
 */
export function readMarker(
  reader: RecordReader,
  mark: {
    readonly region: string;
    readonly stage: Mark['stage'];
    readonly indicator: Indicator;
  },
  { set, names }: ReadContext,
): string | undefined {
  const { stage, indicator } = mark;
  if (stage === 'self') {
    const written = reader.text('marker');
    if (written === undefined) return mark.region;
    const reading = names.regions.find(written);
    if (reading.kind === 'known' && reading.id === mark.region) return mark.region;
    const region = set.regions.all.get(mark.region)?.name ?? mark.region;
    return reader.fault('data-unknown-marker', 'marker', { text: written, allowed: region });
  }
  const written = reader.required('marker');
  if (written === undefined) return undefined;
  const reading = names.departments.find(written);
  const department = reading.kind === 'known' ? reading.id : undefined;
  if (stage === 'siteVisit' || indicator.marking?.raters !== undefined) {
    return department ?? written;
  }
  const allowed = [...(indicator.lead === undefined ? [] : [indicator.lead]), ...indicator.co];
  if (department !== undefined && allowed.includes(department)) return department;
  return reader.fault('data-unknown-marker', 'marker', {
    text: written,
    indicator: indicator.label,
    allowed: allowed.map((id) => set.departments.get(id) ?? id).join('、'),
  });
}

function readPoints(reader: RecordReader, indicator: Indicator): Decimal | undefined {
  const number = reader.number('points', '分');
  if (number === undefined) return undefined;
  const facts = {
    indicator: indicator.label,
    points: decimalText(number.value),
    full: indicator.fullPoints,
  };
  if (number.value.lessThan(0) || number.value.greaterThan(decimal(indicator.fullPoints))) {
    return reader.fault('data-mark-outside', 'points', facts);
  }
  const step = indicator.marking?.step;
  if (step !== undefined && !number.value.modulo(decimal(step)).isZero()) {
    return reader.fault('data-mark-step', 'points', { ...facts, step });
  }
  return number.value;
}

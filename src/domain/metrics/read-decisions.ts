import type { DataRecord } from './data-record.js';
import { keepOne } from './keep-one.js';
import { createRecordReader, near, type ReadContext } from './record-reader.js';
import type { TieDecision } from './year-data.js';

/** Reads recorded decisions on ties: the regions in the decided order, the document, the reason. */
export function readDecisions(
  records: readonly DataRecord[],
  context: ReadContext,
): readonly TieDecision[] {
  const decisions = records.flatMap((record) => readDecision(record, context) ?? []);
  const { set, period } = context;
  return keepOne(
    decisions,
    {
      key: (decision) => [...decision.regions].sort(),
      content: (decision) => [decision.regions.join('、'), decision.document, decision.reason],
      rest: () => [],
      place: (decision) => decision.place,
      facts: (decision) => ({
        region: decision.regions.map((id) => set.regions.all.get(id)?.name ?? id).join('、'),
        what: '同分的决定',
        period,
      }),
    },
    context.faults,
  );
}

function readDecision(record: DataRecord, context: ReadContext): TieDecision | undefined {
  const { set, names } = context;
  const reader = createRecordReader(record, context);
  const written = reader.required('regions');
  const document = reader.required('document');
  const reason = reader.required('reason');
  if (written === undefined) return undefined;
  const regions = written.split(/[、,，;；]/).flatMap((text) => {
    const reading = names.regions.find(text);
    const id = reading.kind === 'known' ? reading.id : undefined;
    if (id !== undefined && set.regions.assessed.some((region) => region.id === id)) return [id];
    const hint = reading.kind === 'unknown' ? near(reading.near) : {};
    reader.fault('data-unknown-region', 'regions', { text: text.trim(), ...hint });
    return [];
  });
  if (regions.length < 2 || new Set(regions).size < regions.length) {
    return reader.fault('data-decision-regions', 'regions', { text: written });
  }
  if (document === undefined || reason === undefined) return undefined;
  return { regions, document, reason, place: record.placeOf('regions') };
}

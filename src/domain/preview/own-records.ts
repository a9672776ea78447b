import type { IndicatorSet } from '../indicators/index.js';
import { dataNames } from '../metrics/data-names.js';
import type { DataFile, DataRecord } from '../metrics/data-record.js';

/**
 * Of some data files, the records that a region's preview reads. What the files say of others is
 * set aside before it is read, so that not even a fault in it is told.
 *
 * @param set the whole set: a neighbour's name has to be known to be set aside
 * @param own the set for the region alone
 */
export function ownRecords(
  files: readonly DataFile[],
  set: IndicatorSet,
  own: IndicatorSet,
): readonly DataFile[] {
  const { regions } = dataNames(set);
  const isOwn = (record: DataRecord): boolean => {
    const written = record.fields.region?.normalize('NFC').trim() ?? '';
    // A record that names nobody may be the region's own, with its name forgotten.
    if (written === '') return OF_A_REGION.has(record.kind);
    const reading = regions.find(written);
    return reading.kind === 'known' && own.regions.all.has(reading.id);
  };
  return files.map((file) => ({
    ...file,
    records: file.records.filter(
      (record) => KINDS.has(record.kind) && isOwn(record) && isSelf(record),
    ),
  }));
}

const KINDS: ReadonlySet<DataRecord['kind']> = new Set(['value', 'mark', 'event', 'target']);
const OF_A_REGION: ReadonlySet<DataRecord['kind']> = new Set(['value', 'target']);

/** Marks of departments are not the region's to see before they are published. */
function isSelf(record: DataRecord): boolean {
  if (record.kind !== 'mark') return true;
  const stage = record.fields.stage?.trim() ?? '';
  return stage === 'self' || stage === '自评';
}

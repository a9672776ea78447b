import { sha256 } from '../../../src/adapters/files/sha256.js';
import type { DocumentSource } from '../../../src/domain/documents/document-source.js';
import { scoreYear } from '../../../src/domain/scoring/index.js';

/** Places as they are called, short and long, with a character that few fonts have. */
const NAMES = [
  '浉河区',
  '堃垚县',
  '海西蒙古族藏族自治州',
  '第三示范县',
  '循化撒拉族自治县',
  '龙䶮市',
];

/** Which region of the sample each of so many is a copy of. */
function copiesOf(source: DocumentSource, count: number): ReadonlyMap<string, readonly string[]> {
  const models = source.set.regions.assessed.map(({ id }) => id);
  const copies = Array.from({ length: count }, (_, index) => {
    const model = models[index % models.length] ?? '';
    return { model, copy: index < models.length ? model : `${model}_${String(index)}` };
  });
  return new Map(
    models.map((id) => [id, copies.filter(({ model }) => model === id).map(({ copy }) => copy)]),
  );
}

/**
 * The sample year of so many regions, scored anew: fewer are the first of the sample, more are copies
 * of them under names of their own, each with the data and the records of its model.
 */
export function yearOfRegions(source: DocumentSource, count: number): DocumentSource {
  const { set, data, records } = source;
  const copies = copiesOf(source, count);
  const copiesFor = (id: string): readonly string[] => copies.get(id) ?? [];
  const each = <T extends { readonly region: string }>(ones: readonly T[]): T[] =>
    ones.flatMap((one) => copiesFor(one.region).map((region) => ({ ...one, region })));
  const keyed = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(
      Object.entries(record).flatMap(([id, one]) => copiesFor(id).map((copy) => [copy, one])),
    );
  const assessed = set.regions.assessed
    .flatMap((region) =>
      copiesFor(region.id).map((id) => {
        const index = Number(id.split('_').at(-1));
        const name = id === region.id ? region.name : `${String(index)}${NAMES[index % 6] ?? ''}`;
        return { ...region, id, name };
      }),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const all = new Map(assessed.map((region) => [region.id, region]));
  const grown = { ...set, regions: { ...set.regions, assessed, all } };
  const values = each(data.values);
  const year = {
    ...data,
    values,
    marks: each(data.marks).map((mark) =>
      mark.stage === 'self' ? { ...mark, marker: mark.region } : mark,
    ),
    events: each(data.events).map((event, index) => ({
      ...event,
      id: `${event.id}_${String(index)}`,
    })),
    targets: each(data.targets),
    history: each(data.history),
    decisions: [],
    ...(data.exemptions === undefined ? {} : { exemptions: each(data.exemptions) }),
  };
  return {
    ...source,
    set: grown,
    data: year,
    run: scoreYear(grown, year, sha256),
    findings: source.findings.flatMap((finding) =>
      finding.region === ''
        ? [finding]
        : copiesFor(finding.region).map((region) => {
            return { ...finding, region, regionName: all.get(region)?.name ?? '' };
          }),
    ),
    records: {
      ...records,
      targetFilings: keyed(records.targetFilings),
      selfReports: keyed(records.selfReports),
      dataConfirmations: keyed(records.dataConfirmations),
      rectificationReports: keyed(records.rectificationReports),
      siteVisits: each(records.siteVisits),
      appeals: each(records.appeals),
      rectifications: each(records.rectifications),
      talks: each(records.talks),
    },
  };
}

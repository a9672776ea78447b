import type { IndicatorSet } from '../indicators/index.js';
import type { Place } from '../kernel/fault.js';
import type { DataFile, DataRecord, Finding, YearData } from '../metrics/index.js';

/**
 * Gives findings about one value, or one mark that was not given, the cell that they are about:
 * where it was filled in, or where a form has room for it.
 */
export function placeFindings(
  findings: readonly Finding[],
  data: YearData,
  files: readonly DataFile[],
  set: IndicatorSet,
): readonly Finding[] {
  if (!files.some(({ form }) => form !== undefined)) return findings;
  const places = new Map<string, Place>();
  const regionId = (text: string | undefined): string =>
    set.regions.assessed.find(({ id, name }) => id === text || name === text)?.id ??
    (text === set.regions.total?.name ? (set.regions.total?.id ?? '') : (text ?? ''));
  for (const blank of files.flatMap(({ blanks }) => blanks ?? [])) {
    const { metric, indicator, stage } = blank.fields;
    // A target that was not filed is nothing that a finding is about.
    if (stage === 'self' || blank.kind === 'target') continue;
    const region = regionId(blank.fields.region);
    places.set(`${region} ${metric ?? indicator ?? ''}`, placeOfAnswer(blank));
  }
  for (const { region, metric, period, provenance } of data.values) {
    if (period === data.period) places.set(`${region} ${metric}`, provenance.place);
  }
  const targets = new Map<string, Place>(
    data.targets.map(({ region, metric, provenance }) => [`${region} ${metric}`, provenance.place]),
  );
  return findings.map((finding) => {
    const { code, region = '', metric = '' } = finding;
    if (code === 'data-target-below-minimum') {
      const filed = finding.place ?? targets.get(`${region} ${metric}`);
      return filed === undefined ? finding : { ...finding, place: filed };
    }
    const about = finding.metric ?? finding.facts['indicator'];
    const place = finding.place ?? places.get(`${region} ${about ?? ''}`);
    return place === undefined ? finding : { ...finding, place };
  });
}

function placeOfAnswer(record: DataRecord): Place {
  return record.placeOf(record.kind === 'mark' ? 'points' : 'value');
}

import { compareText } from '../kernel/fault.js';
import { findLoops } from './find-loops.js';
import type { Region, RegionNaming, RegionSet } from './region-set.js';
import type { RegionsInput } from './regions.schema.js';
import type { Reporter } from './reporter.js';

/**
 * The regions as they are on a date: name, code and group in force, former ones set apart.
 *
 * @param date the last day of the assessment year, YYYY-MM-DD
 */
export function normaliseRegions(input: RegionsInput, date: string, reporter: Reporter): RegionSet {
  const all = new Map<string, Region>();
  for (const [id, region] of Object.entries(input.regions)) {
    const path = ['regions', id];
    const namings: readonly RegionNaming[] = [
      ...(region.name === undefined
        ? []
        : [{ from: undefined, name: region.name, code: region.code, group: region.group }]),
      ...(region.names ?? []).map(({ from, name, code, group }) => ({ from, name, code, group })),
    ].sort((a, b) => compareText(a.from ?? '', b.from ?? ''));
    const inForce = namings.filter((one) => (one.from ?? '') <= date).at(-1) ?? namings[0];
    if (inForce === undefined) reporter.fault('region-no-name', path, { id }, 'key');
    for (const naming of namings) {
      if (naming.group !== undefined && !Object.hasOwn(input.groups ?? {}, naming.group)) {
        reporter.fault('region-group-unknown', path, { id: naming.group });
      }
    }
    for (const former of region.follows ?? []) {
      if (!Object.hasOwn(input.regions, former)) {
        reporter.fault('region-follows-unknown', [...path, 'follows'], { id: former });
      }
    }
    checkDates(id, region, namings, reporter);
    all.set(id, {
      id,
      namings,
      since: region.since,
      until: region.until,
      follows: region.follows ?? [],
      by: region.by ?? (region.follows === undefined ? undefined : 'rename'),
      lastYear: region.lastYear ?? 'missing',
      name: inForce?.name ?? id,
      code: inForce?.code,
      group: inForce?.group,
    });
  }
  const assessed = [...all.values()]
    .filter((one) => (one.since ?? '') <= date && (one.until ?? '9999-12-31') >= date)
    .sort((a, b) => compareText(a.id, b.id));
  reportCodesTaken(all, reporter);
  for (const loop of findLoops(all.keys(), (id) => all.get(id)?.follows ?? [])) {
    const path = ['regions', loop[0] ?? '', 'follows'];
    reporter.fault('region-follows-loop', path, { loop: loop.join(' → ') });
  }
  if (input.total !== undefined && all.has(input.total.id)) {
    reporter.fault('region-total-taken', ['total', 'id'], { id: input.total.id });
  }
  if (assessed.length === 0) reporter.fault('region-none', ['regions'], { date }, 'key');
  return {
    total:
      input.total === undefined
        ? undefined
        : { id: input.total.id, name: input.total.name, code: input.total.code },
    groups: new Map(Object.entries(input.groups ?? {})),
    assessed,
    all,
  };
}

function checkDates(
  id: string,
  region: RegionsInput['regions'][string],
  namings: readonly RegionNaming[],
  reporter: Reporter,
): void {
  const path = ['regions', id];
  const { since, until, by = 'rename', follows = [] } = region;
  if (since !== undefined && until !== undefined && since > until) {
    reporter.fault('region-dates-backwards', [...path, 'until'], { since, until });
  }
  if (new Set(namings.map((one) => one.from)).size < namings.length) {
    reporter.fault('region-names-clash', [...path, 'names'], { id }, 'key');
  }
  if (by === 'rename' && follows.length > 1) {
    reporter.fault('region-rename-several', [...path, 'follows'], { id }, 'key');
  }
}

function reportCodesTaken(all: ReadonlyMap<string, Region>, reporter: Reporter): void {
  const owner = new Map<string, string>();
  for (const region of all.values()) {
    for (const code of new Set(region.namings.map((naming) => naming.code))) {
      if (code === undefined) continue;
      const other = owner.get(code);
      if (other !== undefined) {
        reporter.fault('region-code-taken', ['regions', region.id], { code, id: other }, 'key');
      }
      owner.set(code, region.id);
    }
  }
}

import { compareText, type Path } from '../kernel/fault.js';
import { findLoops } from './find-loops.js';
import type { Region, RegionNaming, RegionSet } from './region-set.js';
import type { RegionsInput } from './regions.schema.js';
import type { Reporter } from './reporter.js';
import { reportUnknown } from './set-context.js';

type RegionInput = RegionsInput['regions'][string];

/**
 * The regions as they are on a date: name, code and group in force, former ones set apart.
 *
 * @param date the last day of the assessment year, YYYY-MM-DD
 */
export function normaliseRegions(input: RegionsInput, date: string, reporter: Reporter): RegionSet {
  const all = new Map<string, Region>();
  const owners = new Map<string, string>();
  for (const [id, region] of Object.entries(input.regions)) {
    const path = ['regions', id];
    const written = writtenNamings(path, region);
    const namings = written
      .map((one) => one.naming)
      .sort((a, b) => compareText(a.from ?? '', b.from ?? ''));
    const inForce = namings.filter((one) => (one.from ?? '') <= date).at(-1) ?? namings[0];
    if (inForce === undefined) reporter.fault('region-no-name', path, { id }, 'key');
    const groups = Object.keys(input.groups ?? {});
    for (const { at, naming } of written) {
      if (naming.group !== undefined && !groups.includes(naming.group)) {
        const where = [...at, 'group'];
        reportUnknown(reporter, 'region-group-unknown', where, naming.group, groups);
      }
      const owner = naming.code === undefined ? undefined : owners.get(naming.code);
      if (owner !== undefined && owner !== id) {
        const facts = { code: naming.code ?? '', id: owner };
        reporter.fault('region-code-taken', [...at, 'code'], facts);
      }
      if (naming.code !== undefined) owners.set(naming.code, id);
    }
    const known = Object.keys(input.regions);
    for (const [index, former] of (region.follows ?? []).entries()) {
      if (known.includes(former)) continue;
      const where = [...path, 'follows', index];
      reportUnknown(reporter, 'region-follows-unknown', where, former, known);
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

/** The names of a region as they stand in the file, each with its place. */
function writtenNamings(
  path: Path,
  region: RegionInput,
): readonly { readonly at: Path; readonly naming: RegionNaming }[] {
  const { name, code, group, names = [] } = region;
  const always =
    name === undefined ? [] : [{ at: path, naming: { from: undefined, name, code, group } }];
  const dated = names.map((one, index) => ({
    at: [...path, 'names', index],
    naming: { from: one.from, name: one.name, code: one.code, group: one.group },
  }));
  return [...always, ...dated];
}

function checkDates(
  id: string,
  region: RegionInput,
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

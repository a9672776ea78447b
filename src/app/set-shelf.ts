import {
  createFigureReader,
  createPreviewer,
  ownSet,
  previewRegion,
  type FigureReader,
  type Previewer,
} from '../domain/preview/index.js';
import type { IndicatorSet } from '../domain/indicators/index.js';
import { failure, success, type Result } from '../domain/kernel/result.js';
import { compilePlan, type Plan } from '../domain/plan/index.js';
import { digestOf } from '../domain/scoring/index.js';
import { loadSet, type LoadedSet } from './load-set.js';
import type { Ports } from './ports.js';
import type { Refusal } from './refusal.js';

/** A set that was read once, with what is prepared from it for the previews that follow. */
export interface ShelvedSet extends LoadedSet {
  readonly digest: string;
  plan(period: string): Plan;
  /** The set for one region alone. */
  own(region: string): IndicatorSet;
  /** A region's previews as its figures are typed: the next is computed from what has changed. */
  typing(region: string, period: string): Typing;
  /** A region's preview of figures that come once. */
  preview(region: string, period: string): Previewer;
}

/** Reads what a region types, and previews it. */
export interface Typing {
  readonly read: FigureReader;
  readonly preview: Previewer;
}

/** Sets by id, each read when it is first asked for and again when a rule file has changed. */
export interface SetShelf {
  ids(): Promise<readonly string[]>;
  open(id: string): Promise<Result<ShelvedSet, Refusal>>;
}

/** How long a set is taken to be the one on the disk before that is looked at again. */
const TRUSTED_MS = 1000;
/** Periods for which plans are kept: a year's set is previewed for one, seldom for another. */
const MOST_PLANS = 16;
/** Regions that type at one time; what is remembered of one takes about a megabyte. */
const MOST_TYPING = 48;

/**
 * Keeps the known sets read. Only ids of known sets open: a path never does.
 *
 * @param now the time in milliseconds, from any beginning
 */
export function createSetShelf(ports: Ports, now: () => number): SetShelf {
  let opened = new Map<string, Promise<Result<ShelvedSet, Refusal>>>();
  let ids: Promise<readonly string[]> | undefined;
  let stamp = '';
  let lookedAt = -Infinity;
  let looking: Promise<void> | undefined;

  const look = async (): Promise<void> => {
    const found = await ports.sets.stamp();
    if (found !== stamp) {
      opened = new Map();
      ids = undefined;
      stamp = found;
    }
    lookedAt = now();
  };
  const refresh = async (): Promise<void> => {
    if (now() - lookedAt < TRUSTED_MS) return;
    looking ??= look().finally(() => {
      looking = undefined;
    });
    await looking;
  };
  const known = (): Promise<readonly string[]> =>
    (ids ??= ports.sets.known().then((all) => all.filter((id) => SET_ID.test(id))));

  return {
    async ids() {
      await refresh();
      return known();
    },
    async open(id) {
      if (now() - lookedAt >= TRUSTED_MS) await refresh();
      const found = opened.get(id);
      if (found !== undefined) return found;
      const all = await known();
      if (!all.includes(id)) return failure({ kind: 'unknownSet', reference: id, known: all });
      const reading = read(ports, id);
      opened.set(id, reading);
      return reading;
    },
  };
}

/** Folders whose names begin otherwise (_starter) are no sets to work with. */
const SET_ID = /^[a-z][a-z0-9-]*$/;

async function read(ports: Ports, id: string): Promise<Result<ShelvedSet, Refusal>> {
  const loaded = await loadSet(ports, id);
  if (!loaded.ok) return loaded;
  const { set } = loaded.value;
  const plans = new Map<string, Plan>();
  const owns = new Map<string, IndicatorSet>();
  const typing = new Map<string, Typing>();
  const plan = (period: string): Plan => {
    const known = plans.get(period);
    if (known !== undefined) return known;
    if (plans.size >= MOST_PLANS) {
      plans.clear();
      typing.clear();
    }
    const made = compilePlan(set, period);
    plans.set(period, made);
    return made;
  };
  const own = (region: string): IndicatorSet => {
    const known = owns.get(region) ?? ownSet(set, region);
    owns.set(region, known);
    return known;
  };
  return success({
    ...loaded.value,
    digest: digestOf(set, ports.sha256),
    plan,
    own,
    typing(region, period) {
      const key = `${region} ${period}`;
      const known = typing.get(key);
      if (known !== undefined) return known;
      const [longest] = typing.keys();
      if (typing.size >= MOST_TYPING && longest !== undefined) typing.delete(longest);
      const made = {
        read: createFigureReader(own(region), region, period),
        preview: createPreviewer(set, plan(period), region),
      };
      typing.set(key, made);
      return made;
    },
    preview: (region, period) => (data, explain) =>
      previewRegion(set, plan(period), region, data, explain),
  });
}

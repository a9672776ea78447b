import type { IndicatorSet } from '../indicators/index.js';
import { createNames, type Names } from './names.js';

/** How the things of a set may be called in its data files. */
export interface DataNames {
  /** Regions and the total's row: id, GB/T 2260 code, current name; then former codes and names. */
  readonly regions: Names;
  /** Metrics by id or label, retired ids too. */
  readonly metrics: Names;
  /** Nodes of the tree by id, number or label. */
  readonly nodes: Names;
  readonly departments: Names;
  readonly eventKinds: Names;
  readonly grades: Names;
}

/** A set is never changed: its names are collected once, however many data are read against it. */
const COLLECTED = new WeakMap<IndicatorSet, DataNames>();

/** Collects the names of a set. */
export function dataNames(set: IndicatorSet): DataNames {
  const known = COLLECTED.get(set);
  if (known !== undefined) return known;
  const names = collectNames(set);
  COLLECTED.set(set, names);
  return names;
}

function collectNames(set: IndicatorSet): DataNames {
  const byLabel = (things: ReadonlyMap<string, { readonly label: string }>) =>
    createNames(idsOf(things), labelsOf(things));
  const departments = [...set.departments].map(([id, name]) => [name, id] as const);
  const grades = new Map(set.grading.grades.map((grade) => [grade.id, grade]));
  return {
    regions: regionNames(set),
    metrics: createNames(
      idsOf(set.metrics),
      [...set.retired.keys()].map((id) => [id, id] as const),
      labelsOf(set.metrics),
    ),
    nodes: createNames(
      idsOf(set.nodes),
      [...set.nodes.values()].map((node) => [node.number, node.id] as const),
      labelsOf(set.nodes),
    ),
    departments: createNames(idsOf(set.departments), departments),
    eventKinds: byLabel(set.events),
    grades: byLabel(grades),
  };
}

function regionNames({ regions }: IndicatorSet): Names {
  const { total } = regions;
  const all = [...regions.all.values()];
  const assessed = new Set(regions.assessed.map(({ id }) => id));
  const current = (alive: boolean) =>
    all
      .filter(({ id }) => assessed.has(id) === alive)
      .flatMap(({ id, name, code }) => pairs(id, [name, code]));
  const former = all.flatMap(({ id, namings }) =>
    namings.flatMap(({ name, code }) => pairs(id, [name, code])),
  );
  return createNames(
    [...idsOf(regions.all), ...(total === undefined ? [] : [[total.id, total.id] as const])],
    [...current(true), ...(total === undefined ? [] : pairs(total.id, [total.name, total.code]))],
    current(false),
    former,
  );
}

function pairs(
  id: string,
  names: readonly (string | undefined)[],
): readonly (readonly [string, string])[] {
  return names.flatMap((name) => (name === undefined ? [] : [[name, id] as const]));
}

function idsOf(things: ReadonlyMap<string, unknown>): readonly (readonly [string, string])[] {
  return [...things.keys()].map((id) => [id, id] as const);
}

function labelsOf(
  things: ReadonlyMap<string, { readonly label: string }>,
): readonly (readonly [string, string])[] {
  return [...things].map(([id, { label }]) => [label, id] as const);
}

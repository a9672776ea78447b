import type { SetShelf } from './set-shelf.js';

/** A known set in a line; one that cannot be read says how many faults it has. */
export type ListedSet =
  | {
      readonly id: string;
      readonly isSound: true;
      readonly version: string;
      readonly title: string;
      readonly year: string;
      readonly status: 'draft' | 'consultation' | 'issued' | 'superseded';
      readonly fullPoints: string;
      readonly regions: number;
      readonly indicators: number;
      readonly digest: string;
      readonly disclaimer: string | null;
    }
  | { readonly id: string; readonly isSound: false; readonly faults: number };

/** 指标体系目录: the sets that this machine knows, by id. */
export async function listSets(shelf: SetShelf): Promise<readonly ListedSet[]> {
  const ids = await shelf.ids();
  return Promise.all(
    ids.map(async (id): Promise<ListedSet> => {
      const opened = await shelf.open(id);
      if (!opened.ok) {
        const faults = opened.error.kind === 'faults' ? opened.error.faults.length : 1;
        return { id, isSound: false, faults };
      }
      const { set, digest } = opened.value;
      return {
        id,
        isSound: true,
        version: set.version,
        title: set.title,
        year: set.year,
        status: set.status,
        fullPoints: set.fullPoints,
        regions: set.regions.assessed.length,
        indicators: [...set.nodes.values()].filter((node) => node.kind === 'indicator').length,
        digest,
        disclaimer: set.disclaimer ?? null,
      };
    }),
  );
}

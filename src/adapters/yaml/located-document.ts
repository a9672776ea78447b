import type { LocatedDocument, Path } from '../../domain/kernel/fault.js';
import { offsetInScalar } from './offset-in-scalar.js';
import type { Reading, Spot } from './reading.js';
import type { PlaceAt } from './text-positions.js';

/** What was read of a file, so that everything in it can be found again. */
export function locatedDocument(
  { value, spot }: Reading,
  content: string,
  file: string,
  placeAt: PlaceAt,
): LocatedDocument {
  return {
    file,
    value,
    locate: (path, part = 'value') => placeAt(offsetAt(spot, path, part)),
    locateText: (path, index) => {
      const start = offsetAt(spot, path, 'value');
      const text = valueAt(value, path);
      return placeAt(
        typeof text === 'string' ? offsetInScalar(content, start, text, index) : start,
      );
    },
  };
}

function offsetAt(root: Spot, path: Path, part: 'key' | 'value'): number {
  let spot = root;
  for (const step of path) {
    const below = spot.below.get(String(step));
    // The nearest parent: its key names it better than its content.
    if (below === undefined) return spot.key;
    spot = below;
  }
  return spot[part];
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (here, step) => (here as Readonly<Record<string, unknown>> | null | undefined)?.[step],
    root,
  );
}

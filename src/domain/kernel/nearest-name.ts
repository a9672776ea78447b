/**
 * The name that somebody most likely meant.
 *
 * @returns undefined when nothing is near: more than a third of the letters would have to change
 *   (of a short name more than one), and for one letter alone, where anything would be near
 * @example nearestName('titel', ['label', 'title']) // 'title'
 * @example nearestName('x', ['y']) // undefined
 */
export function nearestName(name: string, known: Iterable<string>): string | undefined {
  if (name.length < 2 || name.length > 64) return undefined;
  let best: string | undefined;
  let least = Math.max(1, Math.floor(name.length / 3)) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) >= least) continue;
    const distance = editDistance(name, candidate);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

/**
 * Letters to add, drop, change or swap with their neighbour: the optimal string alignment distance
 * (Damerau 1964), row by row.
 */
function editDistance(a: string, b: string): number {
  let before: readonly number[] = [];
  let above: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const here = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const change = (above[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const least = Math.min(change, (above[column] ?? 0) + 1, (here[column - 1] ?? 0) + 1);
      const isSwap = row > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      here.push(isSwap ? Math.min(least, (before[column - 2] ?? least) + 1) : least);
    }
    [before, above] = [above, here];
  }
  return above[b.length] ?? 0;
}

/**
 * The loops of a graph, each once and whole, in order: depth-first search, back edges.
 *
 * @returns each loop with its first member again at its end
 * @example findLoops(['a', 'b'], (id) => (id === 'a' ? ['b'] : ['a'])) // [['a', 'b', 'a']]
 */
export function findLoops(
  ids: Iterable<string>,
  next: (id: string) => readonly string[],
): readonly (readonly string[])[] {
  const loops: string[][] = [];
  const done = new Set<string>();
  const way: string[] = [];
  const visit = (id: string): void => {
    const start = way.indexOf(id);
    if (start >= 0) loops.push([...way.slice(start), id]);
    if (start >= 0 || done.has(id)) return;
    way.push(id);
    next(id).forEach(visit);
    way.pop();
    done.add(id);
  };
  for (const id of ids) visit(id);
  return loops;
}

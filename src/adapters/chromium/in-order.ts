/**
 * Does work in parallel and hands the outcomes over in order. Never more than `ahead` pieces are
 * begun before the first of them is taken, so that memory does not grow with their number.
 */
export async function* inOrder<Piece, Outcome>(
  pieces: Iterable<Piece>,
  ahead: number,
  work: (piece: Piece) => Promise<Outcome>,
): AsyncGenerator<Outcome> {
  const underway: Promise<Outcome>[] = [];
  for (const piece of pieces) {
    const outcome = work(piece);
    // Its failure is told when its turn comes, if the taker is still there.
    outcome.catch(() => undefined);
    underway.push(outcome);
    const first = underway.length >= ahead ? underway.shift() : undefined;
    if (first !== undefined) yield await first;
  }
  for (const outcome of underway) yield await outcome;
}

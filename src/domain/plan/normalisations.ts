import { greaterOf, lesserOf, sumOf, clampTo, type Arithmetic } from '../kernel/arithmetic.js';

/** What a normalisation may be told beside the values; all in the natural direction. */
export interface NormaliseParameters<N> {
  readonly better: 'higher' | 'lower';
  readonly lower?: N | undefined;
  readonly upper?: N | undefined;
  readonly mean?: N | undefined;
  readonly deviation?: N | undefined;
  /** The reference region's value. */
  readonly reference?: N | undefined;
  readonly target?: N | undefined;
}

/** The normalisations of the composite-indicator literature (OECD/JRC Handbook 2008; COINr 1.1). */
export type NormaliseMethod =
  | 'minmax'
  | 'scaled'
  | 'zscore'
  | 'rank'
  | 'borda'
  | 'prank'
  | 'fracmax'
  | 'dist2max'
  | 'dist2ref'
  | 'dist2targ'
  | 'goalposts'
  | 'proportionOfBest'
  | 'position';

/**
 * Normalises the values of one indicator over the regions that have one.
 *
 * Values are first turned so that higher is better (x := -x where lower is), then normalised.
 * `minmax` goes from `lower` to `upper` (0 and 1 when left out), `zscore` to `mean` and
 * `deviation` (0 and 1) with n-1; `rank` is ascending with ties at the least, `borda` rank-1,
 * `prank` (rank-1)/(n-1); `position` is the place from the best, 1,2,2,4.
 *
 * @returns undefined where the method has no meaning: no spread, a negative maximum, one value
 * @example minmax of 2, 4, 6 // 0, 0.5, 1
 */
export function normaliseValues<N>(
  a: Arithmetic<N>,
  method: NormaliseMethod,
  values: readonly N[],
  parameters: NormaliseParameters<N>,
): readonly N[] | undefined {
  const [first] = values;
  if (first === undefined) return [];
  const isLower = parameters.better === 'lower';
  const turn = (value: N): N => (isLower ? a.subtract(a.zero, value) : value);
  const x = values.map(turn);
  const lowest = x.reduce((one, other) => lesserOf(a, one, other));
  const highest = x.reduce((one, other) => greaterOf(a, one, other));
  const over = (part: (value: N) => N, whole: N): readonly N[] | undefined =>
    a.compare(whole, a.zero) === 0 ? undefined : x.map((value) => a.divide(part(value), whole));
  const range = a.subtract(highest, lowest);

  switch (method) {
    case 'minmax': {
      const low = parameters.lower ?? a.zero;
      const span = a.subtract(parameters.upper ?? a.one, low);
      return over((value) => a.multiply(a.subtract(value, lowest), span), range)?.map((share) =>
        a.add(share, low),
      );
    }
    case 'dist2max':
      return over((value) => a.subtract(value, lowest), range);
    case 'scaled': {
      const low = parameters.lower ?? a.zero;
      return over((value) => a.subtract(value, low), a.subtract(parameters.upper ?? a.one, low));
    }
    case 'goalposts': {
      // For a lower-is-better indicator the posts are negated and change places.
      const posts = [parameters.lower ?? a.zero, parameters.upper ?? a.one].map(turn);
      const [low = a.zero, high = a.one] = isLower ? posts.reverse() : posts;
      return over((value) => a.subtract(value, low), a.subtract(high, low))?.map((share) =>
        clampTo(a, share, a.zero, a.one),
      );
    }
    case 'zscore':
      return zscores(a, x, parameters);
    case 'rank':
      return ascendingRanks(a, x);
    case 'borda':
      return ascendingRanks(a, x).map((rank) => a.subtract(rank, a.one));
    case 'prank': {
      const steps = a.from(String(x.length - 1));
      if (x.length === 1) return undefined;
      return ascendingRanks(a, x).map((rank) => a.divide(a.subtract(rank, a.one), steps));
    }
    case 'fracmax':
      // With a negative direction the maximum is at most nought: the fraction has no meaning.
      return isLower || a.compare(highest, a.zero) <= 0
        ? undefined
        : x.map((value) => a.divide(value, highest));
    case 'dist2ref': {
      if (parameters.reference === undefined) return undefined;
      return over(
        (value) => a.subtract(value, lowest),
        a.subtract(turn(parameters.reference), lowest),
      );
    }
    case 'dist2targ': {
      if (parameters.target === undefined) return undefined;
      return over(
        (value) => a.subtract(value, lowest),
        a.subtract(turn(parameters.target), lowest),
      );
    }
    case 'proportionOfBest':
      return proportionsOfBest(a, values, isLower);
    case 'position':
      return positions(a, x);
  }
}

function zscores<N>(
  a: Arithmetic<N>,
  x: readonly N[],
  parameters: NormaliseParameters<N>,
): readonly N[] | undefined {
  if (x.length < 2) return undefined;
  const mean = a.divide(sumOf(a, x), a.from(String(x.length)));
  const squares = x.map((value) => {
    const off = a.subtract(value, mean);
    return a.multiply(off, off);
  });
  const spread = a.squareRoot(a.divide(sumOf(a, squares), a.from(String(x.length - 1))));
  if (a.compare(spread, a.zero) === 0) return undefined;
  const unit = parameters.deviation ?? a.one;
  return x.map((value) =>
    a.add(a.multiply(a.divide(a.subtract(value, mean), spread), unit), parameters.mean ?? a.zero),
  );
}

/** 1 for the lowest; equals share the lesser rank. */
function ascendingRanks<N>(a: Arithmetic<N>, x: readonly N[]): readonly N[] {
  const sorted = [...x].sort((one, other) => a.compare(one, other));
  return x.map((value) =>
    a.from(String(sorted.findIndex((other) => a.compare(other, value) === 0) + 1)),
  );
}

/** 1 for the best; equals share the better place: 1, 2, 2, 4. */
function positions<N>(a: Arithmetic<N>, x: readonly N[]): readonly N[] {
  const sorted = [...x].sort((one, other) => a.compare(other, one));
  return x.map((value) =>
    a.from(String(sorted.findIndex((other) => a.compare(other, value) === 0) + 1)),
  );
}

function proportionsOfBest<N>(
  a: Arithmetic<N>,
  values: readonly N[],
  isLower: boolean,
): readonly N[] | undefined {
  const best = values.reduce((one, other) =>
    isLower ? lesserOf(a, one, other) : greaterOf(a, one, other),
  );
  if (values.some((value) => a.compare(value, a.zero) < 0)) return undefined;
  if (!isLower) {
    return a.compare(best, a.zero) === 0 ? undefined : values.map((value) => a.divide(value, best));
  }
  // The least is the best: where it is nought, nought is full and everything else none.
  return values.map((value) => (a.compare(value, a.zero) === 0 ? a.one : a.divide(best, value)));
}

/** What a run rested on and what came of it; the digests tell whose doing a change is. */
export interface GoldenRun {
  readonly engine: string;
  readonly version: string;
  /** SHA-256 of everything that the set says. */
  readonly set: string;
  /** SHA-256 of what the set compiles to: a word that is mended does not change it. */
  readonly plan: string;
  /** SHA-256 of the year's data. */
  readonly data: string;
  readonly run: string;
}

/** Golden runs by the name of set and data. */
export type GoldenRuns = Readonly<Record<string, GoldenRun>>;

/** What is to be said of a run whose hash is not the golden one. */
export type Verdict =
  | { readonly kind: 'same' }
  /** Nothing golden, or another set, other data or another engine: to be recorded anew. */
  | { readonly kind: 'outdated'; readonly why: string }
  /** The same set, data and engine version, and another result: the engine has changed. */
  | { readonly kind: 'engineChanged'; readonly why: string };

/** Holds a run against the golden one of its name. */
export function holdAgainst(golden: GoldenRun | undefined, found: GoldenRun): Verdict {
  if (golden === undefined) return { kind: 'outdated', why: 'no golden hash is recorded' };
  if (golden.run === found.run && golden.engine === found.engine) return { kind: 'same' };
  if (golden.engine !== found.engine) {
    return { kind: 'outdated', why: `recorded by engine ${golden.engine}, now ${found.engine}` };
  }
  if (golden.version !== found.version) {
    return {
      kind: 'outdated',
      why: `recorded for version ${golden.version}, now ${found.version}`,
    };
  }
  // Either of them alone may have changed with the engine: the plan with the compiler.
  if (golden.set !== found.set && golden.plan !== found.plan) {
    return { kind: 'outdated', why: 'the set says something else' };
  }
  if (golden.data !== found.data) return { kind: 'outdated', why: 'the data are others' };
  return {
    kind: 'engineChanged',
    why: `set, data and engine ${found.engine} are the same, and the results are not: ${golden.run.slice(0, 12)}… became ${found.run.slice(0, 12)}…`,
  };
}

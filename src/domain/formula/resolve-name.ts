/** What a name in a formula stands for, or why no formula may read it. */
export type NameMeaning =
  | { readonly kind: 'metric' }
  | { readonly kind: 'parameter' }
  | { readonly kind: 'forbidden'; readonly reason: 'stated' | 'text' | 'level' };

/**
 * Tells what a name stands for in one indicator set. Where `known` lists the set's names, a
 * misspelt one is answered with the nearest.
 *
 * @example
 * const resolve: ResolveName = Object.assign(
 *   (id: string) => (id === 'sampled' ? { kind: 'metric' as const } : undefined),
 *   { known: ['sampled'] },
 * );
 */
export interface ResolveName {
  (id: string): NameMeaning | undefined;
  readonly known?: readonly string[];
}

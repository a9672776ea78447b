/**
 * The region of a document that is made for each.
 *
 * @throws RangeError when there is none: callers give one
 */
export function requireRegion(region: string | undefined): string {
  if (region === undefined) throw new RangeError('a document of one region without a region');
  return region;
}

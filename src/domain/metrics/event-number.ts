import type { Region } from '../indicators/index.js';

/**
 * The number of one more event that a region reports of itself: no other region's event can have
 * it, so that two of them are never taken for one that is shared.
 *
 * @param taken the numbers of the events that there are
 * @example newEventNumber({ id: 'haidong', code: '630200' }, ['630200-01']) // '630200-02'
 */
export function newEventNumber(
  region: Pick<Region, 'id' | 'code'>,
  taken: readonly string[],
): string {
  for (let count = 1; ; count += 1) {
    const number = `${region.code ?? region.id}-${String(count).padStart(2, '0')}`;
    if (!taken.includes(number)) return number;
  }
}

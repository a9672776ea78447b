import { compareText } from '../kernel/fault.js';

/** What a region is put in order by. */
interface Coded {
  readonly id: string;
  readonly code?: string | undefined;
}

/**
 * Regions as documents and lists name them, by 行政区划代码: 西宁市 before 海东市. One without a code,
 * such as a development zone, stands behind by its id.
 *
 * @example inCodeOrder([{ id: 'guoluo', code: '632600' }, { id: 'xining', code: '630100' }])[0].id // 'xining'
 */
export function inCodeOrder<T extends Coded>(regions: readonly T[]): readonly T[] {
  return [...regions].sort(
    (a, b) => compareText(placeOf(a), placeOf(b)) || compareText(a.id, b.id),
  );
}

function placeOf({ code = '' }: Coded): string {
  return code === '' ? BEHIND_ALL : code;
}

const BEHIND_ALL = '\uffff';

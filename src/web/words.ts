import type { Metric } from '../domain/indicators/indicator-set.js';
import type { PreviewNode } from '../domain/preview/index.js';

/** Stands on everything that is shown of a preview. */
export const NOTICE = '预览，非正式结果';

/** How an indicator stands: its points, or in words why it has none. */
export function standing(node: PreviewNode): { readonly text: string; readonly mood: string } {
  switch (node.status) {
    case 'scored':
      return { text: `${shortNumber(node.points ?? '')} 分`, mood: 'scored' };
    case 'missing':
      return { text: '缺报', mood: 'missing' };
    case 'notApplicable':
      return { text: '不适用', mood: 'not-applicable' };
    case 'pending':
      return { text: WAITS[node.waitsFor ?? 'marks'], mood: 'pending' };
  }
}

const WAITS = {
  marks: '待定：待部门评分',
  otherRegions: '待定：要与其他地区比较',
  grant: '待定：待核准不适用',
} as const;

const SHOWN_PLACES = 4;

/**
 * A number for a glance; the derivation shows it whole.
 *
 * @example shortNumber('7.333333333333') // '约7.3333'
 */
export function shortNumber(text: string): string {
  const [whole = '', places = ''] = text.split('.');
  if (places.length <= SHOWN_PLACES) return text;
  const shown = `${whole}.${places.slice(0, SHOWN_PLACES)}`;
  return `约${shown.replace(/\.?0+$/, '')}`;
}

/** What a metric may be: its unit and bounds. */
export function boundsInWords({ unit, min, max, type, levels }: Metric): string {
  if (levels.size > 0) return '';
  const bounds =
    min !== undefined && max !== undefined
      ? `${min} 至 ${max}`
      : min !== undefined
        ? `不小于 ${min}`
        : max !== undefined
          ? `不大于 ${max}`
          : '';
  return [unit === undefined ? '' : `单位：${unit}`, bounds, type === 'count' ? '整数' : '']
    .filter((part) => part !== '')
    .join('；');
}

const SUPPLIERS: Readonly<Record<Metric['supplier'], string>> = {
  region: '',
  department: '由省级部门提供，此处填写只供预览',
  thirdParty: '由第三方提供，此处填写只供预览',
  cycle: '由考核过程产生，此处填写只供预览',
};

/** Who supplies a metric, where it is not the region itself. */
export function supplierInWords(metric: Metric): string {
  return SUPPLIERS[metric.supplier];
}

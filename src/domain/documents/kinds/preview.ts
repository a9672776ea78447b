import { decimal, printDecimal } from '../../kernel/decimal.js';
import { previewRegion, type PreviewNode, type Subtotal } from '../../preview/index.js';
import { STATUS_WORDS } from '../../scoring/index.js';
import type { DocumentKind } from '../document-kind.js';
import { describeBase } from '../parts/describe-base.js';
import { describeIndicator } from '../parts/describe-derivation.js';
import { shortNumber } from '../parts/describe-results.js';
import { previewSchema, type PreviewDocument } from './preview.schema.js';

const WAITS: Readonly<Record<NonNullable<PreviewNode['waitsFor']>, string>> = {
  marks: '待评分',
  otherRegions: '待与其他地区比较',
  grant: '待核准不适用',
};

/**
 * 预览: what a region's own data give, for consultation. It is computed from the region's own columns
 * alone, so that nothing in it tells of another; it has no run behind it, and so no run hash.
 */
export const preview: DocumentKind<PreviewDocument> = {
  id: 'preview',
  label: '预览',
  per: 'region',
  direction: 'internal',
  restsOnResult: false,
  schema: previewSchema,
  build(source, region = '') {
    const { set, run, data } = source;
    const own = previewRegion(set, run.plan, region, data);
    return {
      ...describeBase(source, preview, region),
      computed: subtotal(own.subtotals.computed),
      self: subtotal(own.subtotals.self),
      pending: { points: '', ...own.subtotals.pending },
      missing: { points: '', ...own.subtotals.missing },
      score: own.score === null ? '' : printDecimal(decimal(own.score), set.scorePlaces),
      bonus: own.bonus,
      penalty: own.penalty,
      lines: own.indicators.map((node) => ({
        number: node.number,
        level: node.level,
        isLeaf: node.kind !== 'block',
        label: node.label,
        fullPoints: shortNumber(node.fullPoints),
        points: node.points === null ? '' : printDecimal(decimal(node.points), 2),
        selfPoints: node.selfPoints === null ? '' : printDecimal(decimal(node.selfPoints), 2),
        statusText: statusText(node),
      })),
      derivation: own.derivation.map(describeIndicator),
    };
  },
};

function subtotal({ points, fullPoints, indicators }: Subtotal): PreviewDocument['computed'] {
  return {
    points: printDecimal(decimal(points), 2),
    fullPoints: shortNumber(fullPoints),
    indicators,
  };
}

function statusText({ status, waitsFor }: PreviewNode): string {
  if (status === 'scored') return '';
  return waitsFor === null ? STATUS_WORDS[status] : WAITS[waitsFor];
}

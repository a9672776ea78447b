import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createChromiumRenderer } from '../../src/adapters/chromium/chromium-renderer.js';
import { EXAMPLE } from './fixtures.js';
import { faultsOf } from './geometry/check-pages.js';
import { printSpecimen } from './geometry/print-specimen.js';
import type { Page, Rule } from './geometry/read-pages.js';

const renderer = createChromiumRenderer({});
afterAll(() => renderer.close());

const { disclaimer } = EXAMPLE.set;
const expected = { form: 'plain', disclaimer, runHash: EXAMPLE.runHash } as const;

/** A working paper of six pages: two upright, two in landscape, two upright. */
const BODY = `{{> plain-heading title=documentTitle}}<main><p>甲</p><p style="break-before: page">乙</p>
<section class="wide"><p>丙</p><p style="break-before: page">丁</p></section>
<p>戊</p><p style="break-before: page">己</p></main>`;

let pages: readonly Page[];
beforeAll(async () => {
  pages = await printSpecimen(renderer, 'plain', BODY, EXAMPLE);
});

/** The pages with every square of the mark changed. */
function withMark(change: (rule: Rule) => Rule): readonly Page[] {
  return pages.map((page) => ({ ...page, rules: page.rules.map(change) }));
}

describe('the QR code of a run', () => {
  test('is 15 mm square in the margin below, opposite the number, on pages of every kind', () => {
    const kinds = pages.map(({ number, isWide }) => [number % 2, isWide]);
    expect(new Set(kinds.map(String)).size).toBe(4);
    expect(faultsOf(pages, expected)).toEqual([]);
  });

  test.each([
    [
      'narrower than high',
      (rule: Rule) => ({ ...rule, width: rule.width - 0.3 }),
      '二维码宽 14.78',
    ],
    [
      'on the other side',
      (rule: Rule) => ({ ...rule, x: 210 - rule.x - rule.width }),
      '与版心外侧的差',
    ],
    ['in the type area', (rule: Rule) => ({ ...rule, y: rule.y - 8 }), '二维码在版心里'],
    [
      'near the edge of the paper',
      (rule: Rule) => ({ ...rule, y: rule.y + 10 }),
      '二维码离纸边不到',
    ],
  ])('that stands %s is found on every page', (_, change, fault) => {
    const told = faultsOf(withMark(change), expected).filter((one) => one.includes(fault));
    expect(told).toHaveLength(pages.length);
  });

  test('on a paper that rests on no result is found', () => {
    const told = faultsOf(pages, { ...expected, runHash: '' });
    expect(told.filter((one) => one.includes('不依据结果的公文印了校验标记'))).toHaveLength(6);
  });
});

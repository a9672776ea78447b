import { element, refill } from '../element.js';
import type { View } from '../session.js';
import { NOTICE, shortNumber } from '../words.js';

/** How long typing has to rest before the totals are read out. */
const REST_MS = 800;

/** 小计: what is computed, what only 自评 says, what is pending, what is missing; never a sum. */
export function totalsView(): View {
  const list = element('dl', { class: 'totals' });
  const spoken = element('p', { class: 'unseen', role: 'status', 'aria-live': 'polite' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const node = element(
    'section',
    { class: 'totals-bar', 'aria-label': '得分小计' },
    list,
    element('p', { class: 'notice' }, `${NOTICE}。各小计分开列，不相加，不是总分。`),
    spoken,
  );
  return {
    node,
    update({ preview, faults }) {
      const { computed, self, pending, missing } = preview.subtotals;
      const parts = [
        part('computed', '计算得分', computed.points, computed),
        part('self', '自评', self.points, self),
        part('pending', '待定', null, pending),
        part('missing', '缺报', null, missing),
      ];
      const events = [
        ...(preview.bonus === '0' ? [] : [`加 ${preview.bonus} 分`]),
        ...(preview.penalty === '0' ? [] : [`扣 ${preview.penalty} 分`]),
      ];
      refill(
        list,
        ...parts.map(({ node: shown }) => shown),
        events.length === 0
          ? null
          : element(
              'div',
              { class: 'total events' },
              element('dt', {}, '加分扣分'),
              element('dd', {}, events.join('，')),
            ),
      );
      const words = parts.map(({ words: said }) => said).join('；');
      const broken = faults.length === 0 ? '' : `；${String(faults.length)} 处要改正`;
      clearTimeout(timer);
      timer = setTimeout(() => {
        spoken.textContent = `${words}${broken}。`;
      }, REST_MS);
    },
  };
}

function part(
  kind: string,
  name: string,
  points: string | null,
  { fullPoints, indicators }: { readonly fullPoints: string; readonly indicators: number },
): { readonly node: HTMLElement; readonly words: string } {
  const full = shortNumber(fullPoints);
  const count = `${String(indicators)} 项`;
  const [shown, rest] =
    points === null ? [full, `分，${count}`] : [shortNumber(points), `/ ${full} 分，${count}`];
  const words =
    points === null
      ? `${name} ${full} 分，${count}`
      : `${name} ${shown} 分，满分 ${full}，${count}`;
  return {
    node: element(
      'div',
      { class: `total of-${kind}`, 'data-points': points ?? undefined, 'data-full': fullPoints },
      element('dt', {}, name),
      element('dd', {}, element('strong', {}, shown), ' ', element('span', {}, rest)),
    ),
    words,
  };
}

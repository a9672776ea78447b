import { element } from '../element.js';
import type { Session } from '../session.js';
import { NOTICE } from '../words.js';

/** What a printed preview was made from: on paper alone. */
export function runFacts(session: Session, printedAt: Date): HTMLElement {
  const { kit, region } = session;
  const facts: readonly (readonly [string, string])[] = [
    ['被考核单位', region.name],
    ['考核期间', session.draft().period],
    ['指标体系', `${kit.set.title}（${kit.set.id} ${kit.set.version}）`],
    ['体系摘要', kit.digest],
    ['计算程序', kit.engine],
    ['打印时间', printedAt.toLocaleString('zh-CN', { hour12: false })],
  ];
  return element(
    'div',
    { class: 'run-facts' },
    element('h1', {}, `${region.name}质量工作考核${NOTICE}`),
    element(
      'dl',
      {},
      ...facts.map(([name, text]) =>
        element('div', {}, element('dt', {}, name), element('dd', {}, text)),
      ),
    ),
  );
}

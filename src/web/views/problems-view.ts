import { button, element, goTo, refill } from '../element.js';
import type { FieldBook } from '../field.js';
import type { ToldFinding } from '../preview-draft.js';
import type { Session, View } from '../session.js';

const LEVELS = { error: '错误', warning: '提醒', note: '说明' } as const;

/** Everything that is wrong or odd, all at once, each leading to its field. */
export function problemsView(session: Session, book: () => FieldBook): View {
  const node = element('section', {
    class: 'problems',
    'aria-label': '要改正和要留意的',
    hidden: true,
  });
  const toField = (key: string | null, text: string): HTMLElement => {
    const field = key === null ? undefined : book().get(key);
    if (field === undefined) return element('span', {}, text);
    return button(text, { class: 'link' }, () => goTo(field.control));
  };
  const keyOf = ({ metric, code }: ToldFinding): string | null => {
    if (metric === undefined) return null;
    return code === 'data-target-below-minimum'
      ? `targets/${metric}/value`
      : `metrics/${session.draft().period}/${metric}/value`;
  };
  const isOwn = ({ metric = '' }: ToldFinding): boolean =>
    session.kit.set.metrics.get(metric)?.supplier === 'region';
  const missingList = (
    name: string,
    missing: readonly ToldFinding[],
  ): HTMLDetailsElement | null => {
    const isOpen = open.get(name) ?? false;
    if (missing.length === 0) return null;
    const list = element(
      'details',
      { open: isOpen },
      element('summary', {}, `${name} ${String(missing.length)} 项`),
      element('ul', {}, ...missing.map(findingItem)),
    );
    list.addEventListener('toggle', () => open.set(name, list.open));
    return list;
  };
  const open = new Map<string, boolean>();
  const findingItem = (finding: ToldFinding): HTMLElement =>
    element(
      'li',
      { class: finding.level },
      element('span', { class: 'level' }, LEVELS[finding.level]),
      toField(keyOf(finding), finding.message),
    );
  return {
    node,
    update({ faults, findings }) {
      const missing = findings.filter(({ code }) => code === 'data-missing');
      const others = findings.filter(({ code }) => code !== 'data-missing');
      node.hidden = faults.length + findings.length === 0;
      refill(
        node,
        faults.length === 0
          ? null
          : element('h2', {}, `要改正 ${String(faults.length)} 处（未改的不计入得分）`),
        element(
          'ul',
          { class: 'faults' },
          ...faults.map(({ key, what, todo }) => {
            const label = key === null ? undefined : book().get(key)?.label;
            const at = label === undefined ? '' : `${label}：`;
            return element('li', { class: 'error' }, toField(key, `${at}${what}`), ` ${todo}`);
          }),
        ),
        others.length === 0 ? null : element('h2', {}, `数据核对 ${String(others.length)} 条`),
        element('ul', {}, ...others.map(findingItem)),
        missingList('缺报', missing.filter(isOwn)),
        missingList(
          '由部门或第三方提供、本页没有的数据（可试填，只供预览）',
          missing.filter((one) => !isOwn(one)),
        ),
      );
    },
  };
}

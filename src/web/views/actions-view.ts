import { emptyDraft, isEmpty, toInput } from '../draft.js';
import { button, element, refill } from '../element.js';
import { fetchForm } from '../interface.js';
import { figuresTables } from '../figures-csv.js';
import type { Session, View } from '../session.js';

/** 打印, 带走数据, 清除草稿. @param print prints with or without every derivation */
export function actionsView(session: Session, print: (isWhole: boolean) => void): View {
  const whole = element('input', { type: 'checkbox', id: 'print-whole', checked: true });
  const dialog = clearDialog(session);
  const kept = element('span', { class: 'hint kept' });
  const menu = element('div', { class: 'menu' });
  const take = element(
    'details',
    { class: 'take' },
    element('summary', { class: 'button' }, '带走数据'),
    menu,
  );
  const trouble = element('p', { class: 'fault', role: 'alert' });
  const takeForm = async (): Promise<void> => {
    const form = await fetchForm(session.kit.set.id, session.region.id, toInput(session.draft()));
    trouble.textContent = form === undefined ? '没有取到填报表，请稍后再试；也可以先取 CSV。' : '';
    if (form !== undefined) save(`${session.region.name}.xlsx`, form);
  };
  take.addEventListener('toggle', () => {
    if (!take.open) return;
    const tables = figuresTables(session.draft(), session.region.id);
    refill(
      menu,
      button(
        '填报表（.xlsx，本地区要填的部分）',
        { class: 'link', id: 'take-form' },
        () => void takeForm(),
      ),
      ...tables.map(({ name, text, rows }) => {
        const file = `${session.region.name}-${session.draft().period}-${name}.csv`;
        return button(`${name}（${String(rows)} 行，CSV）`, { class: 'link' }, () =>
          save(file, new Blob([text], { type: 'text/csv;charset=utf-8' })),
        );
      }),
      trouble,
    );
  });
  take.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    take.open = false;
    take.querySelector('summary')?.focus();
  });
  const clear = button('清除草稿', { class: 'quiet', id: 'clear' }, () => dialog.showModal());
  return {
    node: element(
      'section',
      { class: 'actions', 'aria-label': '打印和保存' },
      button('打印', { id: 'print' }, () => print(whole.checked)),
      element('label', {}, whole, ' 附全部推导'),
      take,
      clear,
      kept,
      dialog,
    ),
    update() {
      const isBlank = isEmpty(session.draft());
      clear.disabled = isBlank;
      kept.textContent = isBlank ? '' : '草稿存在本机浏览器里';
    },
  };
}

function save(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  element('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

function clearDialog(session: Session): HTMLDialogElement {
  const dialog: HTMLDialogElement = element(
    'dialog',
    { 'aria-labelledby': 'clear-question' },
    element(
      'p',
      { id: 'clear-question' },
      `清除${session.region.name}在本机的草稿？清除后不能恢复。`,
    ),
    button('不清除', { autofocus: true }, () => dialog.close()),
    button('清除草稿', { class: 'danger', id: 'clear-now' }, () => {
      dialog.close();
      session.replace(emptyDraft(session.kit.set.year));
    }),
  );
  return dialog;
}

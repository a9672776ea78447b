import type { PreviewInput } from '../../domain/preview/index.js';
import { placeText } from '../../messages/place-text.js';
import { fieldKeyIn, withInput } from '../draft.js';
import { button, element, goTo, refill, type Content } from '../element.js';
import type { FieldBook } from '../field.js';
import { readFiles, type FileFault } from '../interface.js';
import type { DraftPreview } from '../preview-draft.js';
import type { Session, View } from '../session.js';

const ENDINGS = '.xlsx,.csv,.yaml,.yml,.json';

/** Uploads: what a file says goes into the form; what is wrong with it is shown at its place. */
export function uploadView(session: Session, book: () => FieldBook): View {
  const report = element('div', { class: 'report', role: 'status' });
  const picker = element('input', {
    type: 'file',
    id: 'upload',
    multiple: true,
    accept: ENDINGS,
    class: 'unseen',
  });
  let items: readonly { readonly key: string | undefined; readonly node: HTMLElement }[] = [];
  const faultItem = (
    fault: FileFault,
    input: PreviewInput,
  ): { readonly key: string | undefined; node: HTMLElement } => {
    const found =
      fault.field === undefined ? null : fieldKeyIn(session.draft(), input, fault.field);
    const key = found ?? undefined;
    const field = key === undefined ? undefined : book().get(key);
    const place = element('span', { class: 'place' }, placeText(fault));
    const words = `${fault.what}${fault.todo}`;
    const node = element(
      'li',
      { class: 'error' },
      place,
      ' ',
      field === undefined ? words : button(words, { class: 'link' }, () => goTo(field.control)),
      element('span', { class: 'mended' }, '已在表中改正'),
    );
    return { key: field === undefined ? undefined : key, node };
  };
  const tell = (
    faults: readonly FileFault[],
    input: PreviewInput,
    ...head: readonly Content[]
  ): void => {
    items = faults.map((fault) => faultItem(fault, input));
    refill(report, ...head, element('ul', { class: 'faults' }, ...items.map(({ node }) => node)));
  };
  const read = async (files: readonly File[]): Promise<void> => {
    refill(report, element('p', {}, '正在读入……'));
    const answer = await readFiles(session.kit.set.id, session.region.id, files);
    const names = files.map(({ name }) => name).join('、');
    if (!answer.ok) {
      items = [];
      tell(
        answer.faults,
        {},
        element('p', { class: 'refused' }, `${names}：${answer.title} ${answer.detail}`),
      );
      return;
    }
    const { input, figures, faults, period } = answer.value;
    const { year } = session.kit.set;
    if (figures > 0) session.replace(withInput(session.draft(), input));
    const wrong = faults.length === 0 ? '没有发现错误。' : `其中 ${String(faults.length)} 处有错：`;
    const other =
      figures > 0 && period !== year
        ? `注意：文件的考核期间是 ${period}，指标体系的年度是 ${year}。`
        : '';
    tell(
      faults,
      input,
      element(
        'p',
        {},
        `${names}：读入${session.region.name}的数据 ${String(figures)} 项。${other}${wrong}`,
      ),
    );
  };
  picker.addEventListener('change', () => {
    const files = [...(picker.files ?? [])];
    // The same file, mended, can be chosen again.
    picker.value = '';
    if (files.length > 0) void read(files);
  });
  return {
    node: element(
      'section',
      { class: 'upload', 'aria-label': '上传数据' },
      picker,
      element('label', { for: 'upload', class: 'button' }, '上传数据文件'),
      element(
        'span',
        { class: 'hint' },
        '填报表 .xlsx，或 .csv、.yaml；只读本地区的数据，服务器不保存。',
      ),
      report,
    ),
    update({ faults }: DraftPreview) {
      const wrong = new Set(faults.map(({ key }) => key));
      for (const { key, node } of items) {
        node.classList.toggle('is-mended', key !== undefined && !wrong.has(key));
      }
    },
  };
}

import { inCodeOrder } from '../domain/indicators/in-code-order.js';
import { openKit, type OpenedKit } from '../domain/preview/index.js';
import { element, refill } from './element.js';
import { fetchKit, listSets, type Answer, type ListedSet } from './interface.js';
import { openForm } from './open-form.js';

/** The address remembers what was chosen: `#qinghai-2015/haidong`. */
function chosen(): { readonly set: string; readonly region: string } {
  const [set = '', region = ''] = decodeURIComponent(location.hash.slice(1)).split('/');
  return { set, region };
}

function remember(set: string, region: string): void {
  history.replaceState(null, '', set === '' ? '#' : `#${set}/${region}`);
}

function choice(
  id: string,
  label: string,
  options: readonly (readonly [string, string])[],
): { readonly node: HTMLElement; readonly select: HTMLSelectElement } {
  const select = element(
    'select',
    { id },
    element('option', { value: '' }, '请选择'),
    ...options.map(([value, text]) => element('option', { value }, text)),
  );
  const node = element('div', { class: 'labelled' }, element('label', { for: id }, label), select);
  return { node, select };
}

function refused(answer: Extract<Answer<unknown>, { ok: false }>): HTMLElement {
  return element('p', { class: 'refused', role: 'alert' }, `${answer.title} ${answer.detail}`);
}

type SoundSet = Extract<ListedSet, { isSound: true }>;

async function start(page: HTMLElement): Promise<void> {
  const listed = await listSets();
  if (!listed.ok) return refill(page, refused(listed));
  const sound = listed.value.sets.filter((one): one is SoundSet => one.isSound);
  const sets = choice(
    'choose-set',
    '指标体系',
    sound.map(({ id, title, version }) => [id, `${title} ${version}`]),
  );
  const regionPlace = element('div');
  const formPlace = element('div', { id: 'form-place' });
  refill(
    page,
    element('section', { class: 'choose', 'aria-label': '选择' }, sets.node, regionPlace),
    formPlace,
  );
  let close: () => void = () => undefined;
  let asked = 0;

  const openRegion = (kit: OpenedKit, id: string): void => {
    close();
    close = () => undefined;
    remember(kit.set.id, id);
    const region = kit.set.regions.assessed.find((one) => one.id === id);
    if (region === undefined) {
      refill(formPlace, element('p', { class: 'wait' }, '请选择被考核的地区。'));
      return;
    }
    document.title = `${region.name} · 考衡预览`;
    close = openForm(formPlace, kit, region);
  };
  const openSet = async (id: string, wanted: string): Promise<void> => {
    close();
    close = () => undefined;
    const mine = (asked += 1);
    refill(regionPlace);
    remember(id, '');
    if (id === '')
      return refill(
        formPlace,
        element(
          'p',
          { class: 'wait' },
          '请选择指标体系和本地区：填数据或上传填报表，边填边看能得多少分、每一分怎样来。',
        ),
      );
    refill(formPlace, element('p', { class: 'wait', role: 'status' }, '正在取规则……'));
    const answer = await fetchKit(id);
    // Another set may have been chosen meanwhile.
    if (mine !== asked) return;
    if (!answer.ok) return refill(formPlace, refused(answer));
    const kit = openKit(answer.value);
    const { assessed } = kit.set.regions;
    const regions = choice(
      'choose-region',
      '被考核的地区',
      inCodeOrder(assessed).map((one) => [one.id, one.name]),
    );
    refill(regionPlace, regions.node);
    regions.select.value = assessed.some((one) => one.id === wanted) ? wanted : '';
    regions.select.addEventListener('change', () => openRegion(kit, regions.select.value));
    openRegion(kit, regions.select.value);
  };
  const first = chosen();
  sets.select.value = sound.some(({ id }) => id === first.set) ? first.set : '';
  sets.select.addEventListener('change', () => void openSet(sets.select.value, ''));
  await openSet(sets.select.value, first.region);
}

const page = document.getElementById('page');
if (page !== null) void start(page);

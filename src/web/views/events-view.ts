import { button, element, refill } from '../element.js';
import type { Session, View } from '../session.js';

const REASONS: Readonly<Record<string, string>> = {
  full: '',
  otherYear: '不在考核期内，不计',
  sameMatter: '同一事项只计一次',
  cap: '超过上限，少计',
  floor: '已扣至零',
};

const EFFECTS = { bonus: '加分', penalty: '扣分', veto: '否决' } as const;

/** Who enters events, said where a prefecture looks for the place to enter its own. */
const WHOSE =
  '加分、扣分和否决的事项由考核办公室据文件登记，不由本地区在本页填写；上传的数据文件里带有的，列在这里并计入。';

/**
 * 加分扣分事项 that a file brought along: they count, and can be taken out. Where the set knows
 * none, nothing is said of them.
 */
export function eventsView(session: Session): View {
  const node = element('section', { class: 'events', hidden: true });
  return {
    node,
    update({ preview }) {
      const { events } = session.draft();
      node.hidden = session.kit.set.events.size === 0;
      if (events.length === 0) {
        refill(node, element('h2', {}, '加分扣分事项'), element('p', {}, WHOSE));
        return;
      }
      refill(
        node,
        element('h2', {}, `加分扣分事项 ${String(events.length)} 件（来自文件）`),
        element('p', {}, WHOSE),
        element(
          'ul',
          {},
          ...preview.events.map(({ kind, effect, counted, reason, id }) => {
            const event = events.find((one) => one.id === id);
            const label = session.kit.set.events.get(kind)?.label ?? kind;
            const points = effect === 'veto' ? '' : ` ${counted} 分`;
            const why = REASONS[reason] ?? '';
            const summary = String(event?.summary ?? event?.matter ?? '');
            const words = `${EFFECTS[effect]}${points}：${label}。${summary}${why === '' ? '' : `（${why}）`}`;
            return element('li', {}, words);
          }),
        ),
        button('去掉这些事项', { class: 'quiet' }, () =>
          session.replace({ ...session.draft(), events: [] }),
        ),
      );
    },
  };
}

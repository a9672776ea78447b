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

/** 加分扣分事项 that a file brought along: they count, and can be taken out. */
export function eventsView(session: Session): View {
  const node = element('section', { class: 'events', hidden: true });
  return {
    node,
    update({ preview }) {
      const { events } = session.draft();
      node.hidden = events.length === 0;
      refill(
        node,
        element('h2', {}, `加分扣分事项 ${String(events.length)} 件（来自文件）`),
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

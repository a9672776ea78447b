import type { EventKind, IndicatorSet, Source } from '../../indicators/index.js';
import { gradeLabel } from '../../indicators/grade-label.js';
import { decimal } from '../../kernel/decimal.js';
import { ruleInWords } from '../../scoring/index.js';
import type { EventRulePart, RubricPart } from './rubric.schema.js';

const MARKS: Readonly<Record<Source['kind'], string>> = {
  official: '',
  example: '示例',
  unverified: '待核',
};

/** 评分细则: every node of a set as a row, a parent before its children. */
export function describeRubric(set: IndicatorSet): readonly RubricPart[] {
  const department = (id: string): string => set.departments.get(id) ?? id;
  return [...set.nodes.values()].map((node) => {
    const { id, number, level, label, fullPoints } = node;
    const common = { id, number, level, label, fullPoints, mark: MARKS[node.source.kind] };
    if (node.kind === 'block') {
      return {
        ...common,
        ...{ isLeaf: false, criterion: '', materials: '', lead: '', co: '', clause: '' },
      };
    }
    return {
      ...common,
      isLeaf: true,
      criterion: node.criterion ?? ruleInWords(set, node),
      materials: node.materials ?? '',
      lead: node.lead === undefined ? '' : department(node.lead),
      co: node.co.map(department).join('、'),
      clause: node.clauses.join(''),
    };
  });
}

/** The rules of a register's events that act in one way. */
export function describeEventRules(
  set: IndicatorSet,
  effect: EventKind['effect'],
): readonly EventRulePart[] {
  return [...set.events.values()]
    .filter((event) => event.effect === effect)
    .map((event) => ({
      label: event.label,
      text: effect === 'veto' ? vetoText(set, event) : pointsText(set, event),
      mark: MARKS[event.source.kind],
    }));
}

/**
 * How much an event adds or takes off, and up to what.
 *
 * @example pointsText(set, award) // '每项加1—2分，累计不超过2分'
 */
function pointsText(set: IndicatorSet, event: EventKind): string {
  const points = Object.values(event.points).sort((a, b) => decimal(a).comparedTo(decimal(b)));
  const [least, most] = [points[0], points.at(-1)];
  const verb = event.effect === 'bonus' ? '加' : '扣';
  const range =
    least === undefined || most === undefined || least === most
      ? (least ?? '')
      : `${least}—${most}`;
  const parts = [
    ...(range === '' ? [] : [`每项${verb}${range}分`]),
    ...(event.cap === undefined ? [] : [`累计不超过${event.cap}分`]),
    ...(event.target === undefined
      ? []
      : [`在“${set.nodes.get(event.target)?.label ?? event.target}”中${verb}`]),
  ];
  return parts.join('，');
}

function vetoText(set: IndicatorSet, { veto }: EventKind): string {
  const grade = (id: string): string => gradeLabel(set, id) ?? id;
  switch (veto?.kind) {
    case 'zero':
      return `“${set.nodes.get(veto.node)?.label ?? veto.node}”不得分`;
    case 'lower':
      return `等级降${String(veto.by)}级`;
    case 'bar':
      return `不得评为${grade(veto.grade)}及以上`;
    case 'grade':
      return `等级定为${grade(veto.grade)}`;
    case undefined:
      return '';
  }
}

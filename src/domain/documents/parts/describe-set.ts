import type {
  EventKind,
  IndicatorNode,
  IndicatorSet,
  Metric,
  Source,
} from '../../indicators/index.js';
import { gradeLabel } from '../../indicators/grade-label.js';
import { ruleInWords } from '../../scoring/index.js';
import type { Handbook, RulePart } from '../kinds/handbook.schema.js';

const MARKS: Readonly<Record<Source['kind'], string>> = {
  official: '',
  example: '示例',
  unverified: '待核',
};

const SUPPLIERS: Readonly<Record<Metric['supplier'], string>> = {
  region: '被考核单位',
  department: '成员单位',
  thirdParty: '第三方',
  cycle: '考核过程记录',
};

const EFFECTS: Readonly<Record<EventKind['effect'], string>> = {
  bonus: '加分',
  penalty: '扣分',
  veto: '一票否决',
};

/** The set's tree, block by block, each indicator with its rule in words. */
export function describeRules(set: IndicatorSet): Handbook['roots'] {
  return set.roots.map((root) => {
    const nodes = [...set.nodes.values()].filter((node) => node.block === root);
    const own = set.nodes.get(root);
    const below = nodes.filter((node) => node.id !== root);
    return {
      number: own?.number ?? '',
      label: own?.label ?? root,
      fullPoints: own?.fullPoints ?? '',
      // A first-level indicator without parts is its own only line.
      rules: (below.length > 0 ? below : nodes).map((node) => describeRule(set, node)),
    };
  });
}

function describeRule(set: IndicatorSet, node: IndicatorNode): RulePart {
  const department = (id: string): string => set.departments.get(id) ?? id;
  const isLeaf = node.kind === 'indicator';
  return {
    number: node.number,
    level: node.level,
    isLeaf,
    label: node.label,
    fullPoints: node.fullPoints,
    criterion: isLeaf ? (node.criterion ?? '') : '',
    rule: isLeaf ? ruleInWords(set, node) : '',
    materials: isLeaf ? (node.materials ?? '') : '',
    lead: isLeaf && node.lead !== undefined ? department(node.lead) : '',
    co: isLeaf ? node.co.map(department).join('、') : '',
    clause: isLeaf ? node.clauses.join('') : '',
    note: node.note ?? '',
    mark: MARKS[node.source.kind],
    sourceText: sourceText(node.source),
  };
}

function sourceText({ document, clause, note }: Source): string {
  return [document, clause, note].filter((one) => one !== undefined).join('，');
}

/** What is submitted, by whom, within which bounds. */
export function describeMetrics(set: IndicatorSet): Handbook['metrics'] {
  return [...set.metrics.values()]
    .filter((metric) => metric.type !== 'computed')
    .map((metric) => ({
      label: metric.label,
      unit: metric.unit ?? '',
      definition: metric.definition ?? '',
      supplier:
        metric.department === undefined
          ? SUPPLIERS[metric.supplier]
          : (set.departments.get(metric.department) ?? metric.department),
      evidence: metric.evidence ?? '',
      bounds: boundsText(metric),
    }));
}

function boundsText({ min, max, levels }: Metric): string {
  if (levels.size > 0) return [...levels.values()].join('／');
  if (min !== undefined && max !== undefined) return `${min}至${max}`;
  if (min !== undefined) return `不小于${min}`;
  return max === undefined ? '' : `不大于${max}`;
}

/** 加分、扣分、否决 with their amounts by level. */
export function describeEvents(set: IndicatorSet): Handbook['events'] {
  return [...set.events.values()].map((kind) => ({
    label: kind.label,
    effect: EFFECTS[kind.effect],
    amount: amountText(set, kind),
    note: kind.note ?? '',
    mark: MARKS[kind.source.kind],
  }));
}

function amountText(set: IndicatorSet, kind: EventKind): string {
  const grade = (id: string): string => gradeLabel(set, id) ?? id;
  const { veto } = kind;
  if (veto !== undefined) {
    if (veto.kind === 'zero') return `“${set.nodes.get(veto.node)?.label ?? veto.node}”记零分`;
    if (veto.kind === 'lower') return `降${String(veto.by)}级`;
    return veto.kind === 'bar' ? `不得评为${grade(veto.grade)}` : `直接定为${grade(veto.grade)}`;
  }
  const points = [...new Set(Object.values(kind.points))];
  const range =
    points.length <= 1
      ? `${points[0] ?? ''}分`
      : `按级别${points.map((one) => `${one}分`).join('、')}`;
  return `${range}${kind.cap === undefined ? '' : `，累计不超过${kind.cap}分`}${kind.once ? '，同一事项只计一次' : ''}`;
}

/** What a region needs for each grade. */
export function describeGradeConditions(set: IndicatorSet): Handbook['grades'] {
  return set.grading.grades.map((grade, index) => {
    const { quota } = grade;
    const conditions = [
      ...(grade.atLeast === undefined ? [] : [`总分不低于${grade.atLeast}分`]),
      ...(grade.rankAtMost === undefined ? [] : [`名次不后于第${String(grade.rankAtMost)}名`]),
      ...(quota === undefined
        ? []
        : [
            quota.count !== undefined
              ? `名额${String(quota.count)}个`
              : `名额为参评单位的${quota.percent ?? ''}%`,
          ]),
      ...(grade.noVeto ? ['没有一票否决、降级'] : []),
    ];
    const isLast = index === set.grading.grades.length - 1;
    return {
      label: grade.label,
      condition: conditions.length > 0 ? conditions.join('，且') : isLast ? '其余' : '不设条件',
    };
  });
}

/** Numbers that the rules name, with where they come from. */
export function describeParameters(set: IndicatorSet): Handbook['parameters'] {
  return [...set.parameters.values()].map(({ label, value, unit, source }) => ({
    label,
    value: `${value}${unit ?? ''}`,
    mark: MARKS[source.kind],
    sourceText: sourceText(source),
  }));
}

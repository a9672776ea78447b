import type { IndicatorSet, RuleBlock } from '../indicators/index.js';
import { gradeLabel } from '../indicators/grade-label.js';
import { decimal, printDecimal } from '../kernel/decimal.js';
import { MISSING } from '../kernel/status.js';
import type { EventRecord } from '../metrics/year-data.js';
import { columnOf } from '../plan/index.js';
import type { DerivationStep } from './derivation.js';
import type { EventResult, RegionResult, Run } from './run.js';
import { readableCell, readableNumber, sourceInWords, STATUS_WORDS } from './words.js';

const REASONS: Readonly<Record<EventResult['reason'], string>> = {
  full: '',
  otherYear: '不在考核年度内，不计',
  sameMatter: '同一事项只取最高一次，不计',
  cap: '受上限或满分限制',
  floor: '该指标的分已扣完或已满',
};

/** From the blocks' points to score, rank and grade. */
export function explainTotal(
  set: IndicatorSet,
  run: Run,
  result: RegionResult,
): readonly DerivationStep[] {
  return [
    sumStep(set, run, result),
    ...result.events.map((event) => {
      const isOf = (one: EventRecord): boolean => one.id === event.id && one.region === result.id;
      return explainEvent(set, event, run.inputs.events.find(isOf));
    }),
    ...scoreSteps(set, run, result),
    ...gradeSteps(set, result),
    ...result.consequences.map((id): DerivationStep => {
      const consequence = set.consequences.find((one) => one.id === id);
      return { operation: '结果运用', words: consequence?.text ?? id, numbers: null, result: null };
    }),
  ];
}

function sumStep(set: IndicatorSet, run: Run, result: RegionResult): DerivationStep {
  const index = run.field.indexOf(result.id) ?? 0;
  const roots = set.roots.map((id) => ({
    label: set.nodes.get(id)?.label ?? id,
    cell: run.field.column(columnOf.own(id))[index] ?? MISSING,
  }));
  const isScaled = roots.some(({ cell }) => cell.status === 'notApplicable');
  return {
    operation: '合计',
    words: `各一级指标得分之和（满分${set.fullPoints}分）${isScaled ? '，按适用指标的得分率折算' : ''}`,
    numbers: roots.map(({ label, cell }) => `${label}${readableCell(cell)}`).join('＋'),
    result:
      result.baseScore === null
        ? STATUS_WORDS[roots.some(({ cell }) => cell.status === 'pending') ? 'pending' : 'missing']
        : readableNumber(decimal(result.baseScore)),
  };
}

/** What the rules of a step rest on: ；示例，待省质监局确定. */
function basisOf(set: IndicatorSet, block: RuleBlock): string {
  const source = set.sources?.[block];
  const words = source === undefined ? null : sourceInWords(set, source);
  return words === null ? '' : `；${words}`;
}

/**
 * What an event adds or takes off, and why no more.
 *
 * @param record what the register says of it
 */
export function explainEvent(
  set: IndicatorSet,
  event: EventResult,
  record: EventRecord | undefined,
): DerivationStep {
  const kind = set.events.get(event.kind);
  const { level } = record ?? {};
  const levelName = level === undefined ? undefined : kind?.levels[level];
  const details = [
    levelName,
    record?.summary,
    record?.document,
    record?.authority,
    record?.occurred,
  ]
    .filter((text) => text !== undefined)
    .join('，');
  const limit = event.reason === 'cap' ? basisOf(set, 'adjustments') : '';
  const reason = `${REASONS[event.reason]}${limit}`;
  const name = { bonus: '加分', penalty: '扣分', veto: '否决与降级' }[event.effect];
  const sign = event.effect === 'bonus' ? '＋' : '－';
  return {
    operation: name,
    words: `${kind?.label ?? event.kind}${details === '' ? '' : `（${details}）`}${reason === '' ? '' : `；${reason}`}`,
    numbers:
      event.effect === 'veto' ? null : `应${name === '加分' ? '加' : '扣'}${event.claimed}分`,
    result: event.effect === 'veto' ? vetoWords(set, event.kind) : `${sign}${event.counted}分`,
  };
}

function vetoWords(set: IndicatorSet, kind: string): string | null {
  const veto = set.events.get(kind)?.veto;
  const grade = (id: string): string => gradeLabel(set, id) ?? id;
  switch (veto?.kind) {
    case 'zero':
      return `${set.nodes.get(veto.node)?.label ?? veto.node}得零分`;
    case 'lower':
      return `等级降${String(veto.by)}级`;
    case 'bar':
      return `不得评为${grade(veto.grade)}及以上`;
    case 'grade':
      return `等级定为${grade(veto.grade)}`;
    case undefined:
      return null;
  }
}

function scoreSteps(set: IndicatorSet, run: Run, result: RegionResult): readonly DerivationStep[] {
  if (result.score === null) {
    return [
      {
        operation: '总分',
        words: '有指标缺报或待定，不能得出总分，不排名次',
        numbers: null,
        result: null,
      },
    ];
  }
  const exact = run.field.column(columnOf.exact)[run.field.indexOf(result.id) ?? 0] ?? MISSING;
  const others = run.regions.filter((one) => one.rank === result.rank && one.id !== result.id);
  const names = others.map(
    (one) => set.regions.assessed.find((region) => region.id === one.id)?.name ?? one.id,
  );
  const basis = set.grading.from === 'printed' ? '印出的总分' : '未舍入的总分';
  return [
    {
      operation: '总分',
      words: `四舍五入到${String(set.scorePlaces)}位小数（只在此处舍入一次）${basisOf(set, 'score')}`,
      numbers: readableCell(exact),
      result: printDecimal(decimal(result.score), set.scorePlaces),
    },
    {
      operation: '名次',
      words: `按${basis}由高到低排列${names.length > 0 && result.rank !== null ? `，与${names.join('、')}并列` : ''}${basisOf(set, 'ranking')}`,
      numbers: null,
      result:
        result.rank === null
          ? '不排名次'
          : `第${String(result.rank)}名${result.groupRank === null ? '' : `，组内第${String(result.groupRank)}名`}`,
    },
  ];
}

function gradeSteps(set: IndicatorSet, result: RegionResult): readonly DerivationStep[] {
  if (set.grading.grades.length === 0 || result.score === null) return [];
  const label = (id: string | null): string =>
    gradeLabel(set, id) ?? '待定（同分，须有记录在案的决定）';
  const cuts = set.grading.grades
    .map((grade) => `${grade.label}${grade.atLeast === undefined ? '' : `≥${grade.atLeast}`}`)
    .join('，');
  const isMoved = result.grade !== result.gradeBeforeVeto;
  return [
    {
      operation: '等级',
      words: `等级标准：${cuts}${basisOf(set, 'grading')}`,
      numbers: isMoved ? `按得分为${label(result.gradeBeforeVeto)}` : null,
      result: `${label(result.grade)}${isMoved ? '（否决、降级后）' : ''}`,
    },
  ];
}

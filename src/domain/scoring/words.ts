import { formulaInWords, yearsBackInWords, type Expression } from '../formula/index.js';
import type { Indicator, IndicatorSet, Source } from '../indicators/index.js';
import { decimal, decimalText, roundHalfUp, type Decimal } from '../kernel/decimal.js';
import type { Cell } from '../kernel/status.js';
import { oncePerPair } from '../kernel/once-per-pair.js';
import { ruleKindOf, type PlanRule, type RuleWording } from '../plan/index.js';

/** How many decimals a number shows in explanations before it is cut with 「约」. */
const SHOWN_PLACES = 6;

/**
 * A number for reading: short ones whole, long ones rounded and said to be so.
 *
 * @example readableNumber(decimal('97.738006463')) // '约97.738006'
 * @example readableNumber(decimal('92.5')) // '92.5'
 */
export function readableNumber(value: Decimal): string {
  const rounded = roundHalfUp(value, SHOWN_PLACES);
  const text = decimalText(rounded);
  return rounded.equals(value) ? text : `约${text}`;
}

/** What is said in place of a number that is not there. */
export const STATUS_WORDS = {
  missing: '缺报',
  notApplicable: '不适用',
  pending: '待定',
} as const;

/** A cell for reading. */
export function readableCell(cell: Cell, unit = ''): string {
  return cell.status === 'present'
    ? `${readableNumber(cell.value)}${unit}`
    : STATUS_WORDS[cell.status];
}

/** A unit as it follows a number: percent close, words as they are. */
export function unitText(unit: string | undefined): string {
  return unit ?? '';
}

/** Names of what formulas read, in one set. */
export function formulaWords(set: IndicatorSet): Parameters<typeof formulaInWords>[1] {
  const metric = (id: string): string => set.metrics.get(id)?.label ?? id;
  return {
    metric: (id, yearsBack) => `${yearsBackInWords(yearsBack)}${metric(id)}`,
    target: (id) => `${metric(id)}的备案目标`,
    parameter: (id) => {
      const parameter = set.parameters.get(id);
      return parameter === undefined ? id : `${parameter.label}（${parameter.value}）`;
    },
  };
}

/** A formula of a set in words. */
export const formulaText = oncePerPair((set: IndicatorSet, expression: Expression) =>
  formulaInWords(expression, formulaWords(set)),
);

/** What an indicator's rule says, in words, with its numbers. */
export const ruleInWords = oncePerPair(sayRule);

function sayRule(set: IndicatorSet, indicator: Indicator): string {
  if (indicator.marking !== undefined) return markingInWords(set, indicator);
  const { rule } = indicator;
  if (rule === undefined) return '';
  const words = formulaWords(set);
  const planned: PlanRule = {
    ...rule,
    formulas: Object.fromEntries(
      Object.entries(rule.formulas).map(([key, formula]) => [key, formula.expression]),
    ),
  };
  const say: RuleWording = {
    full: indicator.fullPoints,
    unit: unitText(indicator.unit),
    formula(key) {
      const expression: Expression | undefined = planned.formulas[key];
      if (expression === undefined) return '';
      // A number takes the unit; words that name a target or a parameter read better without.
      return expression.kind === 'number'
        ? `${expression.text}${unitText(indicator.unit)}`
        : formulaInWords(expression, words);
    },
    metric: (id) => set.metrics.get(id)?.label ?? id,
    level: (id, level) => {
      const metric = set.metrics.get(id);
      const name = metric?.levels.get(level) ?? level;
      return metric?.type === 'yesNo' ? `${metric.label}为“${name}”` : `“${name}”`;
    },
  };
  return ruleKindOf(planned).words(planned, say);
}

function markingInWords(set: IndicatorSet, indicator: Indicator): string {
  const { marking } = indicator;
  if (marking === undefined) return '';
  const name = (id: string): string => set.departments.get(id) ?? id;
  const percent = (share: string): string => `${decimalText(decimal(share).times(100))}%`;
  const stages = [
    ['部门评分', marking.stages.department],
    ['实地核查', marking.stages.siteVisit],
  ].filter(([, share]) => share !== '0');
  const mix =
    stages.length > 1
      ? `${stages.map(([stage, share = '0']) => `${stage ?? ''}占${percent(share)}`).join('、')}；${
          marking.unvisited === 'department'
            ? '没有实地核查的地区沿用部门评分'
            : '没有实地核查的待定'
        }`
      : `按${stages[0]?.[0] ?? '部门评分'}`;
  const joint = {
    lead: `由牵头单位${indicator.lead === undefined ? '' : `（${name(indicator.lead)}）`}评分`,
    mean: '取牵头与配合单位评分的平均',
    shares: `按${Object.entries(marking.shares)
      .map(([id, share]) => `${name(id)}${percent(share)}`)
      .join('、')}合成`,
  }[marking.joint];
  const raters =
    marking.raters === undefined
      ? joint
      : marking.raters.combine === 'mean'
        ? '取各评分人的平均'
        : `去掉最高、最低各${String(marking.raters.trim)}个后取各评分人的平均`;
  return `评分指标：${mix}，${raters}；满分${indicator.fullPoints}分，最小单位${marking.step}分`;
}

/** 示例, 待核, or the document a rule rests on; null where nothing is said. */
export const sourceInWords = oncePerPair(saySource);

function saySource(set: IndicatorSet, source: Source): string | null {
  const document = [source.document, source.clause, source.note].filter(Boolean).join('，');
  const label =
    source.kind === 'example'
      ? set.labels.example
      : source.kind === 'unverified'
        ? set.labels.unverified
        : '';
  const text = [label, document].filter(Boolean).join('：');
  return text === '' ? null : text;
}

import type { Metric } from '../indicators/index.js';
import type { SheetCell, Validation } from './workbook.js';

type Rule = Pick<Validation, 'rule' | 'mayNotApply' | 'prompt'>;

/** 允许范围 of a metric, as a person reads it. */
export function rangeInWords(metric: Metric): string {
  switch (metric.type) {
    case 'yesNo':
      return '是、否';
    case 'level':
      return [...metric.levels.values()].join('；');
    case 'text':
      return '文字';
    default: {
      const min = metric.min ?? (metric.type === 'count' ? '0' : undefined);
      const whole = metric.type === 'count' ? '整数' : '数';
      if (min === undefined) return metric.max === undefined ? whole : `不大于${metric.max}`;
      return metric.max === undefined ? `${whole}，不小于${min}` : `${min}—${metric.max}`;
    }
  }
}

/** What a metric's cell may hold; nothing is demanded of a text. */
export function metricRule(metric: Metric): Rule | undefined {
  const hint = '没有数据留空；确实不适用的写 不适用，并在「说明」里写理由；没有发生的写 0。';
  switch (metric.type) {
    case 'text':
      return undefined;
    case 'yesNo':
      return list(['是', '否'], '选 是 或 否。没有数据留空。');
    case 'level':
      return list([...metric.levels.values()], '从列出的各级中选一个。没有数据留空。');
    default: {
      const isWhole = metric.type === 'count';
      const min = metric.min ?? (isWhole ? '0' : undefined);
      const unit = metric.unit === undefined ? '' : `单位：${metric.unit}。`;
      return {
        rule: { kind: 'number', isWhole, min, max: metric.max },
        mayNotApply: true,
        prompt: `${unit}${rangeInWords(metric)}。${hint}`,
      };
    }
  }
}

function list(choices: readonly string[], prompt: string): Rule {
  return { rule: { kind: 'list', choices: [...choices, '不适用'] }, mayNotApply: true, prompt };
}

/** A value of an earlier year: a number as a number, a level by its name. */
export function pastCell(metric: Metric, text: string | undefined): SheetCell {
  if (text === undefined) return { look: 'centre', text: '—' };
  const word =
    metric.levels.get(text) ?? (text === 'yes' ? '是' : text === 'no' ? '否' : undefined);
  if (word !== undefined) return { look: 'centre', text: word };
  return metric.type === 'text' ? { look: 'text', text } : { look: 'number', number: text };
}

/** The cell of an answer: numbers to the right, words in the middle. */
export function answerCell(metric: Metric): SheetCell {
  switch (metric.type) {
    case 'text':
      return { look: 'inputText' };
    case 'yesNo':
    case 'level':
      return { look: 'inputCentre' };
    default:
      return { look: 'input' };
  }
}

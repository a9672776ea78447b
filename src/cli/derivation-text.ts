import type { Derivation, DerivationStep, IndicatorDerivation } from '../domain/scoring/index.js';

const STATUS: Readonly<Record<IndicatorDerivation['status'], string>> = {
  scored: '',
  missing: '缺报',
  notApplicable: '不适用',
  pending: '待定',
};

/** A derivation as a person reads it, line by line. */
export function derivationText(derivation: Derivation): string {
  const { region, set } = derivation;
  const lines = [
    `得分推导：${region.name}${region.code === null ? '' : `（${region.code}）`}，${derivation.period}`,
    `${set.title}（${set.id} ${set.version}）`,
    ...(derivation.disclaimer === null ? [] : [`【${derivation.disclaimer}】`]),
    '',
    ...derivation.indicators.flatMap(indicatorLines),
    ...(derivation.total.length === 0
      ? []
      : ['总分、名次与等级', ...derivation.total.flatMap(stepLines), '']),
    `结果校验码 ${derivation.runHash}`,
    `体系摘要 ${set.digest}　计分引擎 ${derivation.engine}`,
  ];
  return `${lines.join('\n')}\n`;
}

function indicatorLines(one: IndicatorDerivation): readonly string[] {
  const result = one.points === null ? STATUS[one.status] : `${shorten(one.points)}分`;
  const context = [
    one.lead === null ? '' : `牵头单位：${one.lead}`,
    one.clauses.length === 0 ? '' : `对应任务：${one.clauses.join('')}`,
    one.source ?? '',
  ].filter(Boolean);
  return [
    `${one.number} ${one.label}　分值${shorten(one.fullPoints)}分　得分：${result}`,
    ...context.map((line) => `  ${line}`),
    ...one.inputs.map((input) => {
      const origin = [
        input.source === null ? '' : `来源：${input.source}`,
        input.verifier === null ? '' : `核验：${input.verifier}`,
      ].filter(Boolean);
      return `  数据　${input.label}（${input.period}）＝${input.value}${origin.length === 0 ? '' : `　〔${origin.join('；')}〕`}`;
    }),
    ...one.steps.flatMap(stepLines),
    '',
  ];
}

function stepLines(step: DerivationStep): readonly string[] {
  const numbers = step.numbers === null ? '' : `\n    ＝${step.numbers}`;
  const result = step.result === null ? '' : `\n    → ${step.result}`;
  return [`  ${step.operation}　${step.words}${numbers}${result}`];
}

/** Thirty digits explain nothing: six places, and said to be so. */
function shorten(text: string): string {
  const [, fraction = ''] = text.split('.');
  return fraction.length > 6 ? `约${Number(text).toFixed(6)}` : text;
}

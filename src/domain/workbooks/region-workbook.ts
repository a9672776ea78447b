import type { Indicator, IndicatorSet, Metric, Region } from '../indicators/index.js';
import { evaluateFormula } from '../formula/index.js';
import { decimal, decimalText } from '../kernel/decimal.js';
import {
  columnsFor,
  FORM_TABLES,
  publicationCells,
  publicationHint,
  UNIT_LABELS,
} from './form-tables.js';
import { formLines, periodWords } from './form-lines.js';
import { eventsGuide, eventsSheet } from './events-sheet.js';
import { formWorkbook, type FormIdentity } from './form-workbook.js';
import { answerCell, metricRule, pastCell, rangeInWords } from './metric-cells.js';
import { tableSheet, type TableSheet } from './table-sheet.js';
import type { Sheet, SheetCell, Workbook } from './workbook.js';

/** What a form shows of the year before; undefined where nothing is known. */
export type PastText = (region: string, metric: string) => string | undefined;

/** How forms are made. */
export interface FormOptions {
  readonly digest: string;
  readonly period: string;
  readonly past: PastText;
  /** The numbers of the events that a region's form will be filled with. */
  readonly events?: readonly string[];
}

/**
 * 市州填报表: what one region fills in. The metrics that regions supply, the targets that it files,
 * its self-assessment of every indicator, and the events that it reports where the set counts any.
 */
export function regionWorkbook(
  set: IndicatorSet,
  region: Region,
  { digest, period, past, events = [] }: FormOptions,
): Workbook {
  const identity: FormIdentity = {
    kind: 'region',
    unit: region.id,
    name: region.name,
    set: set.id,
    version: set.version,
    digest,
    period,
  };
  const words = periodWords(set, period);
  const lines = formLines(UNIT_LABELS.region, region.name, words);
  const own = (metric: Metric): string | undefined => past(region.id, metric.id);
  const metrics = [...set.metrics.values()].filter(
    ({ type, supplier }) => type !== 'computed' && supplier === 'region',
  );
  const filed = [...set.metrics.values()].filter(({ target }) => target !== undefined);
  const leaves = [...set.nodes.values()].filter((node) => node.kind === 'indicator');
  const tables = [
    ...(metrics.length === 0
      ? []
      : [{ id: 'values' as const, sheet: valuesSheet(set, metrics, own, lines) }]),
    ...(filed.length === 0
      ? []
      : [{ id: 'targets' as const, sheet: targetsSheet(set, filed, own, lines) }]),
    { id: 'self' as const, sheet: selfSheet(set, leaves, lines) },
    ...(set.events.size === 0
      ? []
      : [{ id: 'events' as const, sheet: eventsSheet(set, region, lines, events) }]),
  ];
  return formWorkbook(
    `${region.name}质量工作考核填报表`,
    guide(set, region, words),
    tables,
    identity,
  );
}

function guide(set: IndicatorSet, region: Region, words: string): readonly string[] {
  const points: readonly (readonly string[])[] = [
    ['只填淡黄色的格子，其余已锁定。每张表要填的列，表头是橙色的。'],
    [
      '「填报数据」：按定义与口径填本年值。没有数据的留空；没有发生的写 0；确实不适用的写 不适用，并在「说明」里写理由，由牵头单位核准。不要写「无」：看不出是没有发生、没有数据还是不适用。',
    ],
    ['百分数写 97.8 或 97.8% 都可以，不要写 0.978。'],
    ['「目标备案」：填本年度备案的目标值；低于备案要求的，按要求计分。'],
    ['「自评」：给每个指标打分，不超过满分；未得满分的写明原因；「佐证编号」写佐证材料的编号。'],
    ...(set.events.size === 0
      ? []
      : [
          [
            '「事项」：本年度加分、扣分、否决的事项，一行一件；没有的留空。几个地区共有的一件事，各地区写同一个编号和自己的份额。类别和级别：',
            ...eventsGuide(set),
          ],
        ]),
    [
      '可以插入列、调整行的先后、改工作表的名称；不要删改表头和代号，不要把工作表复制到别的工作簿里。',
    ],
    [
      '填好后保存为 .xlsx（Excel 工作簿），以本单位的名称为文件名报送。收表的单位会用同样的程序检查，有错的格子会加上批注退回。',
    ],
  ];
  return [
    `考核方案：${set.title}（${set.version}）`,
    `被考核单位：${region.name}　　考核年度：${words}`,
    ...(set.disclaimer === undefined ? [] : [`【${set.disclaimer}】`]),
    ...points.flatMap(([first = '', ...rest], index) => [
      `${'一二三四五六七八'.charAt(index)}、${first}`,
      ...rest,
    ]),
  ];
}

function valuesSheet(
  set: IndicatorSet,
  metrics: readonly Metric[],
  past: (metric: Metric) => string | undefined,
  lines: TableSheet['lines'],
): Sheet {
  const table = FORM_TABLES.values;
  return tableSheet({
    name: table.sheet,
    title: `${set.title}　填报数据`,
    lines,
    hint: `没有数据留空，没有发生写 0，不适用写 不适用 并说明理由。「佐证编号」写佐证材料的编号或来源文件。${publicationHint(metrics)}`,
    columns: columnsFor(table, metrics),
    nameHead: table.nameHead,
    rows: metrics.map((metric): readonly (SheetCell | undefined)[] => [
      { look: 'faint', text: metric.id },
      { look: 'text', text: metric.label },
      { look: 'text', text: definitionOf(metric) },
      { look: 'centre', text: metric.unit ?? '' },
      { look: 'centre', text: rangeInWords(metric) },
      pastCell(metric, past(metric)),
      answerCell(metric),
      undefined,
      undefined,
      ...publicationCells(metric),
    ]),
    validations: metrics.flatMap((metric, row) => {
      const rule = metricRule(metric);
      return rule === undefined ? [] : [{ head: table.valueHead, row, ...rule }];
    }),
  });
}

/** What is counted, and what proves it. */
export function definitionOf({ definition, evidence }: Metric): string {
  const proof = evidence === undefined ? undefined : `佐证：${evidence}`;
  return [definition, proof].filter((part) => part !== undefined).join('\n');
}

function targetsSheet(
  set: IndicatorSet,
  metrics: readonly Metric[],
  past: (metric: Metric) => string | undefined,
  lines: TableSheet['lines'],
): Sheet {
  const table = FORM_TABLES.targets;
  return tableSheet({
    name: table.sheet,
    title: `${set.title}　目标备案`,
    lines,
    hint: '不备案的留空。备案目标低于要求的，按要求计分。',
    columns: table.columns,
    nameHead: table.nameHead,
    rows: metrics.map((metric) => [
      { look: 'faint', text: metric.id },
      { look: 'text', text: metric.label },
      { look: 'centre', text: metric.unit ?? '' },
      { look: 'text', text: targetWords(set, metric) },
      pastCell(metric, past(metric)),
      { look: 'input' },
    ]),
    validations: metrics.map((metric, row) => ({
      head: table.valueHead,
      row,
      rule: { kind: 'number', isWhole: false, min: metric.min, max: metric.max },
      mayNotApply: false,
      prompt: `单位：${metric.unit ?? '无'}。不备案的留空。`,
    })),
  });
}

function targetWords(set: IndicatorSet, { target, unit = '' }: Metric): string {
  const constant = (formula: NonNullable<Metric['target']>['atLeast']): string | undefined => {
    if (formula === undefined) return undefined;
    const value = evaluateFormula(formula.expression, {
      metric: () => ({ status: 'missing' }),
      target: () => ({ status: 'missing' }),
      parameter: (id) => decimal(set.parameters.get(id)?.value ?? '0'),
    });
    return value.status === 'present' ? `${decimalText(value.value)}${unit}` : formula.text;
  };
  const least = constant(target?.atLeast);
  const notFiled = constant(target?.notFiled);
  return [
    least === undefined ? undefined : `不低于${least}`,
    notFiled === undefined ? undefined : `未备案按${notFiled}`,
  ]
    .filter((part) => part !== undefined)
    .join('；');
}

function selfSheet(
  set: IndicatorSet,
  leaves: readonly Indicator[],
  lines: TableSheet['lines'],
): Sheet {
  const table = FORM_TABLES.self;
  return tableSheet({
    name: table.sheet,
    title: `${set.title}　自评打分表`,
    lines,
    hint: `共${String(leaves.length)}项，满分${set.fullPoints}分。未得满分的在「自评说明」里写原因。`,
    columns: table.columns,
    nameHead: table.nameHead,
    rows: leaves.map((leaf) => [...indicatorCells(leaf), materialsCell(leaf), { look: 'input' }]),
    validations: leaves.map((leaf, row) => ({ head: table.valueHead, row, ...pointsRule(leaf) })),
  });
}

/** Id, number, name, full points and criterion of an indicator. */
export function indicatorCells(leaf: Indicator): readonly SheetCell[] {
  return [
    { look: 'faint', text: leaf.id },
    { look: 'centre', text: leaf.number },
    { look: 'text', text: leaf.label },
    { look: 'centre', number: leaf.fullPoints },
    { look: 'text', text: leaf.criterion ?? '' },
  ];
}

function materialsCell(leaf: Indicator): SheetCell {
  return { look: 'text', text: leaf.materials ?? '' };
}

/** Points between nought and the full mark. */
export function pointsRule(leaf: Indicator): {
  readonly rule: { kind: 'number'; isWhole: false; min: string; max: string };
  readonly mayNotApply: false;
  readonly prompt: string;
} {
  const step = leaf.marking === undefined ? '' : `，以 ${leaf.marking.step} 分为单位`;
  return {
    rule: { kind: 'number', isWhole: false, min: '0', max: leaf.fullPoints },
    mayNotApply: false,
    prompt: `0 至 ${leaf.fullPoints} 分${step}。没有评的留空。`,
  };
}

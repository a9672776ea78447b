import { formulaInWords, referencesOf } from '../../formula/index.js';
import {
  metricsRead,
  type Formula,
  type Indicator,
  type IndicatorSet,
  type Metric,
} from '../../indicators/index.js';
import { decimal, decimalText, printDecimal, type Decimal } from '../../kernel/decimal.js';
import { indicatorsOf, valueTable, type ValueTable } from '../../metrics/index.js';
import { formulaWords, unitText } from '../../scoring/index.js';
import type { DocumentSource } from '../document-source.js';
import { statedMetrics } from './stated-metrics.js';
import type { TargetPart } from './target.schema.js';
import { valueTexts } from './value-texts.js';

/** How much short of a target a value is, is printed to two places. */
const GAP_PLACES = 2;

/** Every metric whose target a region files: the least it may be, last year's value, what it filed. */
export function describeTargets(source: DocumentSource, region: string): readonly TargetPart[] {
  const { set, data, records } = source;
  const texts = valueTexts(set, data);
  const table = valueTable(data, set);
  const record = records.targetFilings[region];
  const metrics = [...set.metrics.values()].filter(({ target }) => target !== undefined);
  return metrics.map((metric, index): TargetPart => {
    const unit = unitText(metric.unit);
    const item = record?.items.find((one) => one.metric === metric.id);
    const floor = numberOf(table, metric.target?.atLeast, region);
    const filed = data.targets.find((one) => one.region === region && one.metric === metric.id);
    const own = filed === undefined ? undefined : decimal(filed.value);
    const isBelowFloor = own !== undefined && floor !== undefined && own.lessThan(floor);
    const instead = numberOf(table, metric.target?.notFiled, region);
    const used = isBelowFloor ? floor : (own ?? instead);
    const stated = statedValue(source, table, metric, region);
    const isShort = used !== undefined && stated !== undefined && stated.number.lessThan(used);
    return {
      metric: metric.id,
      number: String(index + 1),
      label: metric.label,
      unit,
      floor: floor === undefined ? '' : `${decimalText(floor)}${unit}`,
      floorBasis: basisOf(set, metric.target?.atLeast),
      lastYear: texts(region, metric.id, 1),
      filed: filed === undefined ? null : `${filed.value}${unit}`,
      used: used === undefined ? '' : `${decimalText(used)}${unit}`,
      isBelowFloor,
      stated: stated === undefined ? '' : texts(region, stated.metric, 0),
      isMet: used !== undefined && stated !== undefined && !isShort,
      gap: isShort ? gapText(used.minus(stated.number), unit) : '',
      department: departmentOf(set, metric),
      basis: item?.basis ?? '',
      opinion: item?.opinion ?? null,
    };
  });
}

/** The filed target of an indicator as a form prints it; empty where it has none. */
export function targetOfIndicator(
  targets: readonly TargetPart[],
  indicator: Indicator,
): TargetPart | undefined {
  const aimed = targetsRead(indicator);
  return targets.find(({ metric }) => aimed.includes(metric));
}

function targetsRead({ rule }: Indicator): readonly string[] {
  return Object.values<Formula>(rule?.formulas ?? {}).flatMap((formula) =>
    referencesOf(formula.expression).flatMap((one) => (one.kind === 'target' ? [one.id] : [])),
  );
}

function numberOf(
  table: ValueTable,
  formula: Formula | undefined,
  region: string,
): Decimal | undefined {
  if (formula === undefined) return undefined;
  const found = table.evaluate(formula.expression, region);
  return found.status === 'present' ? found.value : undefined;
}

/** A parameter's name says more than its number, which stands in the column before. */
function basisOf(set: IndicatorSet, formula: Formula | undefined): string {
  if (formula === undefined) return '';
  const { expression } = formula;
  if (expression.kind === 'number') return '';
  if (expression.kind !== 'parameter') return formulaInWords(expression, formulaWords(set));
  const parameter = set.parameters.get(expression.id);
  if (parameter === undefined) return '';
  const mark = { official: '', example: '〔示例〕', unverified: '〔待核〕' }[parameter.source.kind];
  return `${parameter.label}${mark}`;
}

/** What the prefecture says itself, else what the counts say. */
function statedValue(
  { set, data }: DocumentSource,
  table: ValueTable,
  metric: Metric,
  region: string,
): { readonly metric: string; readonly number: Decimal } | undefined {
  const counts = metric.formula === undefined ? [] : metricsRead(metric.formula, set.metrics);
  for (const id of [...statedMetrics(set, counts), metric.id]) {
    const typed = data.values.find(
      (one) => one.region === region && one.metric === id && one.period === data.period,
    );
    if (typed?.status === 'present') return { metric: id, number: decimal(typed.text) };
  }
  const cell = table.cell(region, metric.id, 0);
  return cell.status === 'present' ? { metric: metric.id, number: cell.value } : undefined;
}

function gapText(gap: Decimal, unit: string): string {
  const isLong = gap.decimalPlaces() > GAP_PLACES;
  const number = isLong ? printDecimal(gap, GAP_PLACES) : decimalText(gap);
  return `${number}${unit === '%' ? '个百分点' : unit}`;
}

/** Who supplies the number, or else who leads the indicator that aims at it. */
function departmentOf(set: IndicatorSet, metric: Metric): string {
  const leaf = indicatorsOf(set).find((one) => targetsRead(one).includes(metric.id));
  const id = metric.department ?? leaf?.lead;
  return id === undefined ? '' : (set.departments.get(id) ?? id);
}

import type { IndicatorSet } from '../../indicators/index.js';
import { gradeLabel } from '../../indicators/grade-label.js';
import { decimal, printDecimal } from '../../kernel/decimal.js';
import type { RegionResult } from '../../scoring/index.js';
import type { DocumentSource } from '../document-source.js';
import { topBlocks } from '../parts/describe-results.js';
import type { ChartPart } from './chart.schema.js';

type Row = ChartPart['rows'][number];

/** With fewer, the mean of the others would tell a single one's result. */
const LEAST_FIELD = 5;

/** So many bars stand on a landscape page; more are drawn in several charts of like length. */
const MOST_ROWS = 20;

/** 排名条形图 with the grades' lines; none where nobody has a total. */
export function rankingCharts({
  set,
  run,
}: Pick<DocumentSource, 'set' | 'run'>): readonly ChartPart[] {
  const rows = run.regions.map((result): Row => {
    return {
      label: nameOf(set, result.id),
      value: result.score === null ? null : Number(result.score),
      text: result.score === null ? '—' : printDecimal(decimal(result.score), set.scorePlaces),
      other: null,
      note: gradeLabel(set, result.grade) ?? '',
    };
  });
  if (rows.every((row) => row.value === null)) return [];
  const saying = (row: Row): string =>
    `${row.label}${row.text}分${row.note === '' ? '' : `（${row.note}）`}`;
  return onPages(rows).map(({ part, ofPart }) => ({
    kind: 'ranking',
    title: `${set.subject}得分${part}`,
    alternative: `${ofPart.map(saying).join('，')}。`,
    max: Math.max(...rows.map((row) => row.value ?? 0), Number(set.fullPoints)),
    ownLabel: '得分',
    otherLabel: '',
    bands: set.grading.grades
      .filter((grade) => grade.atLeast !== undefined)
      .map((grade) => ({ label: grade.label, at: Number(grade.atLeast) })),
    rows: ofPart,
  }));
}

/** The rows of each chart, and which of several it is: （1）（2）. */
function onPages(
  rows: readonly Row[],
): readonly { readonly part: string; readonly ofPart: readonly Row[] }[] {
  const charts = Math.ceil(rows.length / MOST_ROWS);
  const most = Math.ceil(rows.length / charts);
  return Array.from({ length: charts }, (_, index) => ({
    part: charts === 1 ? '' : `（${String(index + 1)}）`,
    ofPart: rows.slice(index * most, (index + 1) * most),
  }));
}

/**
 * 得分率对照: what part of each block's full points a region got, beside the mean of all where the
 * field is large enough that nobody's own result can be told from it, and where it may be shown at
 * all (`compared`): a preview never shows it.
 */
export function profileChart(
  { set, run }: Pick<DocumentSource, 'set' | 'run'>,
  region: string,
  compared: boolean,
): ChartPart | undefined {
  const own = run.regions.find((result) => result.id === region);
  if (own === undefined) return undefined;
  const isShown = compared && run.regions.length >= LEAST_FIELD;
  const rows = topBlocks(set).map((node): Row => {
    const rate = rateOf(own, node.id);
    const others = run.regions
      .map((result) => rateOf(result, node.id))
      .filter((one) => one !== null);
    const mean = others.reduce((sum, one) => sum + one, 0) / others.length;
    return {
      label: node.label,
      value: rate,
      text: rate === null ? '—' : `${rate.toFixed(1)}%`,
      other: isShown && others.length >= LEAST_FIELD ? mean : null,
      note: '',
    };
  });
  if (rows.every((row) => row.value === null)) return undefined;
  const hasOther = rows.some((row) => row.other !== null);
  const name = nameOf(set, region);
  const saying = (row: Row): string =>
    `${row.label}${row.text}${row.other === null ? '' : `（平均${row.other.toFixed(1)}%）`}`;
  return {
    kind: 'profile',
    title: `${name}各方面得分率`,
    alternative: `${rows.map(saying).join('，')}。`,
    max: 100,
    ownLabel: '本地区',
    otherLabel: hasOther ? '全部被考核单位平均' : '',
    bands: [],
    rows,
  };
}

/** 与上年对照: totals of this year and the last; none where no earlier year is recorded. */
export function yearsCharts(
  { set, run, data }: Pick<DocumentSource, 'set' | 'run' | 'data'>,
  region?: string,
): readonly ChartPart[] {
  const periods = [...new Set(data.history.map((one) => one.period))].sort();
  const last = periods.at(-1);
  if (last === undefined) return [];
  const rows = run.regions
    .filter((result) => region === undefined || result.id === region)
    .map((result): Row => {
      const past = data.history.find((one) => one.region === result.id && one.period === last);
      const now = result.score === null ? null : Number(result.score);
      const before = past?.score === undefined ? null : Number(past.score);
      return {
        label: nameOf(set, result.id),
        value: now,
        text: result.score === null ? '—' : printDecimal(decimal(result.score), set.scorePlaces),
        other: before,
        note:
          now === null || past?.score === undefined
            ? ''
            : change(result, past.score, set.scorePlaces),
      };
    });
  if (rows.every((row) => row.other === null)) return [];
  const saying = (row: Row): string =>
    `${row.label}${row.text}分${row.note === '' ? '' : `，比上年${row.note}`}`;
  return onPages(rows).map(({ part, ofPart }) => ({
    kind: 'years',
    title: `与上年得分对照${part}`,
    alternative: `${ofPart.map(saying).join('；')}。`,
    max: Math.max(
      Number(set.fullPoints),
      ...rows.map((row) => Math.max(row.value ?? 0, row.other ?? 0)),
    ),
    ownLabel: `${run.plan.period}年`,
    otherLabel: `${last}年`,
    bands: [],
    rows: ofPart,
  }));
}

function change(result: RegionResult, past: string, places: number): string {
  const difference = decimal(result.score ?? '0').minus(decimal(past));
  const text = printDecimal(difference.abs(), places);
  return difference.isZero() ? '持平' : `${difference.isNegative() ? '－' : '＋'}${text}`;
}

function rateOf(result: RegionResult, id: string): number | null {
  const one = result.blocks[id] ?? result.indicators[id];
  if (one === undefined || one.points === null || Number(one.fullPoints) === 0) return null;
  return (Number(one.points) / Number(one.fullPoints)) * 100;
}

function nameOf(set: IndicatorSet, id: string): string {
  return set.regions.assessed.find((one) => one.id === id)?.name ?? id;
}

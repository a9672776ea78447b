import type { IndicatorSet } from '../indicators/index.js';
import { gradeLabel } from '../indicators/grade-label.js';
import type { Finding } from '../metrics/index.js';
import {
  STATUS_WORDS,
  type IndicatorResult,
  type RegionResult,
  type Run,
} from '../scoring/index.js';
import { PLAIN } from './form-workbook.js';
import { periodWords } from './form-lines.js';
import { rowHeight, titleRow } from './row-height.js';
import type { Sheet, SheetCell, Workbook } from './workbook.js';

/** A finding in words. */
export interface FindingInWords {
  readonly finding: Finding;
  readonly level: string;
  readonly message: string;
  /** The file, sheet and cell that it is about; blank where it is about none. */
  readonly where: string;
}

/**
 * 结果工作簿: ranking, score sheet, findings, method. Numbers are numbers with all their digits; the
 * format alone shows two decimals.
 */
export function resultWorkbook(
  set: IndicatorSet,
  run: Run,
  findings: readonly FindingInWords[],
  method: readonly string[],
): Workbook {
  return {
    title: `${set.title}　${run.plan.period}`,
    sheets: [
      rankingSheet(set, run),
      pointsSheet(set, run),
      findingsSheet(set, run, findings),
      methodSheet(set, method),
    ],
  };
}

/** Which year it is of, and what it is not. */
function standingOf(set: IndicatorSet, { plan }: Run): string {
  const disclaimer = set.disclaimer === undefined ? '' : `　　【${set.disclaimer}】`;
  const unissued = set.status === 'issued' ? '' : '　　指标体系尚未印发，结果不能作正式结果';
  return `考核年度：${periodWords(set, plan.period)}${unissued}${disclaimer}`;
}

/** A sheet with a title, what it is and is not, a table. */
function listSheet(
  name: string,
  set: IndicatorSet,
  run: Run,
  heads: readonly { readonly text: string; readonly width: number }[],
  rows: readonly (readonly SheetCell[])[],
  fixedColumns: number,
): Sheet {
  const widths = heads.map(({ width }) => width);
  const standing = standingOf(set, run);
  const width = widths.reduce((sum, one) => sum + one, 0);
  return {
    ...PLAIN,
    name,
    isLandscape: true,
    widths,
    rows: [
      titleRow(`${set.title}　${name}`, widths),
      {
        height: rowHeight([{ text: standing, width }]),
        cells: [{ look: 'hint' as const, text: standing }],
      },
      {
        height: rowHeight(heads.map((head) => ({ ...head, size: 11 }))),
        cells: heads.map(({ text }) => ({ look: 'head' as const, text })),
      },
      ...rows.map((cells) => ({
        height: rowHeight(
          cells.map(({ text = '' }, index) => ({ text, width: heads[index]?.width ?? 10 })),
        ),
        cells,
      })),
    ],
    merges: [1, 2].map((row) => [row, 1, row, heads.length] as const),
    headRow: 3,
    fixedColumns,
    hasFilter: true,
  };
}

function rankingSheet(set: IndicatorSet, run: Run): Sheet {
  const blocks = set.roots.flatMap((id) => set.nodes.get(id) ?? []);
  const hasGroups = set.regions.groups.size > 0;
  const format = formatOf(set.scorePlaces);
  const heads = [
    ...['名次', '地区', '代码', '总分', '等级', '否决前等级', '加减分前', '加分', '扣分'],
    ...(hasGroups ? ['分组', '组内名次'] : []),
    ...blocks.map(({ label, fullPoints }) => `${label}（${fullPoints}）`),
  ];
  return listSheet(
    '排名',
    set,
    run,
    heads.map((text) => ({ text, width: text === '地区' ? 14 : 11 })),
    run.regions.map((result) => {
      const region = set.regions.assessed.find(({ id }) => id === result.id);
      return [
        count(result.rank),
        { look: 'text', text: region?.name ?? result.id },
        { look: 'centre', text: region?.code ?? '' },
        number(result.score, format),
        { look: 'centre', text: gradeLabel(set, result.grade) ?? '' },
        { look: 'centre', text: gradeLabel(set, result.gradeBeforeVeto) ?? '' },
        number(result.baseScore),
        number(result.bonus),
        number(result.penalty),
        ...(hasGroups
          ? [
              { look: 'centre' as const, text: set.regions.groups.get(result.group ?? '') ?? '' },
              count(result.groupRank),
            ]
          : []),
        ...blocks.map(({ id }) => pointsCell(resultOf(result, id))),
      ];
    }),
    2,
  );
}

function pointsSheet(set: IndicatorSet, run: Run): Sheet {
  const nameOf = (id: string): string =>
    set.regions.assessed.find((region) => region.id === id)?.name ?? id;
  return listSheet(
    '得分表',
    set,
    run,
    [
      { text: '序号', width: 9 },
      { text: '指标', width: 36 },
      { text: '满分', width: 8 },
      ...run.regions.map(({ id }) => ({ text: nameOf(id), width: 11 })),
    ],
    [...set.nodes.values()].map((node) => [
      { look: 'centre', text: node.number },
      { look: 'text', text: `${'　'.repeat(node.level - 1)}${node.label}` },
      { look: 'number', number: node.fullPoints },
      ...run.regions.map((result) => pointsCell(resultOf(result, node.id))),
    ]),
    3,
  );
}

function resultOf(result: RegionResult, id: string): IndicatorResult | undefined {
  return result.indicators[id] ?? result.blocks[id];
}

/** Points as a number; what has none says why. */
function pointsCell(result: IndicatorResult | undefined): SheetCell {
  if (result === undefined) return { look: 'centre', text: '' };
  if (result.points !== null && result.status !== 'notApplicable') return number(result.points);
  return { look: 'centre', text: result.status === 'scored' ? '—' : STATUS_WORDS[result.status] };
}

function findingsSheet(set: IndicatorSet, run: Run, findings: readonly FindingInWords[]): Sheet {
  return listSheet(
    '核对意见',
    set,
    run,
    [
      { text: '级别', width: 8 },
      { text: '地区', width: 14 },
      { text: '内容', width: 76 },
      { text: '位置', width: 30 },
      { text: '代码', width: 24 },
    ],
    findings.map(({ finding, level, message, where }) => [
      { look: 'centre', text: level },
      { look: 'text', text: set.regions.all.get(finding.region ?? '')?.name ?? '' },
      { look: 'text', text: message },
      { look: 'text', text: where },
      { look: 'faint', text: finding.code },
    ]),
    0,
  );
}

function methodSheet(set: IndicatorSet, method: readonly string[]): Sheet {
  const width = 80;
  const lines = [...method, ...(set.disclaimer === undefined ? [] : [`【${set.disclaimer}】`])];
  return {
    ...PLAIN,
    name: '方法',
    widths: [width],
    rows: [
      titleRow(`${set.title}　方法`, [width]),
      ...lines.map((text) => ({
        height: rowHeight([{ text, width, size: 11 }]),
        cells: [{ look: 'line' as const, text }],
      })),
    ],
  };
}

function number(text: string | null, format = '0.00'): SheetCell {
  return text === null ? { look: 'centre', text: '—' } : { look: 'number', number: text, format };
}

function count(value: number | null): SheetCell {
  return value === null ? { look: 'centre', text: '—' } : { look: 'centre', number: String(value) };
}

function formatOf(places: number): string {
  return places === 0 ? '0' : `0.${'0'.repeat(places)}`;
}

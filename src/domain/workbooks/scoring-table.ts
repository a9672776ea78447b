import type { Indicator, IndicatorNode, IndicatorSet } from '../indicators/index.js';
import { ruleInWords, sourceInWords } from '../scoring/index.js';

/** A column of the scoring table, with the names that offices give it. */
export interface ScoringColumn {
  readonly key:
    | 'level1'
    | 'level2'
    | 'level3'
    | 'item'
    | 'criterion'
    | 'basis'
    | 'method'
    | 'lead'
    | 'co'
    | 'points'
    | 'materials'
    | 'id';
  readonly head: string;
  readonly aliases: readonly string[];
  readonly width: number;
}

/** 评分细则表, its columns in the order in which offices print them. */
export const SCORING_COLUMNS: readonly ScoringColumn[] = [
  { key: 'level1', head: '一级指标', aliases: ['一级', '考核内容', '考核项目', '类别'], width: 10 },
  { key: 'level2', head: '二级指标', aliases: ['二级', '考核指标'], width: 13 },
  { key: 'level3', head: '三级指标', aliases: ['三级'], width: 17 },
  { key: 'item', head: '考核要点', aliases: ['评分要点', '考核内容及要点'], width: 18 },
  { key: 'criterion', head: '评分标准', aliases: ['计分标准', '评分细则', '考核标准'], width: 38 },
  { key: 'basis', head: '评分依据', aliases: ['考核依据', '依据'], width: 18 },
  { key: 'method', head: '打分方法', aliases: ['评分方法', '考核方法', '计分方法'], width: 28 },
  {
    key: 'lead',
    head: '牵头单位',
    aliases: ['考核牵头部门', '牵头部门', '责任单位', '考核部门'],
    width: 12,
  },
  { key: 'co', head: '配合单位', aliases: ['配合部门', '协助单位'], width: 16 },
  { key: 'points', head: '分值', aliases: ['满分', '分数'], width: 7 },
  { key: 'materials', head: '需提交材料', aliases: ['提交材料', '佐证材料', '材料'], width: 19 },
  { key: 'id', head: '代号', aliases: [], width: 10 },
];

/** The texts of one row, by the keys of the columns. */
export type ScoringTexts = Readonly<Partial<Record<ScoringColumn['key'], string>>>;

/** One leaf of the set as a row. */
export interface ScoringRow {
  readonly texts: ScoringTexts;
  readonly leaf: Indicator;
  /** Where the texts of the four levels stand in the set's file; a level left out has none. */
  readonly nodes: readonly IndicatorNode[];
}

const LEVEL_KEYS = ['level1', 'level2', 'level3', 'item'] as const;

/** The scoring table of a set: a row for each leaf, with the blocks above it. */
export function scoringRows(set: IndicatorSet): readonly ScoringRow[] {
  const rows: ScoringRow[] = [];
  for (const leaf of set.nodes.values()) {
    if (leaf.kind !== 'indicator') continue;
    const nodes = pathOf(set, leaf);
    const texts: Partial<Record<ScoringColumn['key'], string>> = {
      id: leaf.id,
      points: leaf.fullPoints,
      criterion: leaf.criterion ?? '',
      basis: [...leaf.clauses, sourceInWords(set, leaf.source) ?? ''].filter(Boolean).join(' '),
      method: ruleInWords(set, leaf),
      lead: nameOf(set, leaf.lead),
      co: leaf.co.map((id) => nameOf(set, id)).join('、'),
      materials: leaf.materials ?? '',
    };
    for (const [index, node] of nodes.entries()) {
      const key = LEVEL_KEYS[Math.min(index, 3)] ?? 'item';
      const text = node.kind === 'block' ? `${node.label}（${node.fullPoints}分）` : node.label;
      // A tree deeper than the table keeps its path in the last column.
      texts[key] = index > 3 ? `${texts[key] ?? ''} / ${text}` : text;
    }
    rows.push({ texts, leaf, nodes });
  }
  return rows;
}

/** The nodes from the first level down to a leaf. */
export function pathOf(set: IndicatorSet, leaf: IndicatorNode): readonly IndicatorNode[] {
  const parent = leaf.parent === undefined ? undefined : set.nodes.get(leaf.parent);
  return parent === undefined ? [leaf] : [...pathOf(set, parent), leaf];
}

function nameOf(set: IndicatorSet, id: string | undefined): string {
  return id === undefined ? '' : (set.departments.get(id) ?? id);
}

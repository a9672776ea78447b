import type { IndicatorNode } from '../../indicators/index.js';
import { decimal, decimalText, sumDecimals, type Decimal } from '../../kernel/decimal.js';
import { indicatorsOf, type Mark } from '../../metrics/index.js';
import { ruleInWords } from '../../scoring/index.js';
import type { DocumentSource } from '../document-source.js';
import { markText } from './mark-text.js';
import type { SelfMarkPart } from './self-mark.schema.js';

/** What a prefecture gave itself, and what it adds up to. */
export interface SelfMarks {
  readonly rows: readonly SelfMarkPart[];
  /** Of the leaves that were marked; empty where none was. */
  readonly total: string;
  readonly lost: string;
  /** How many leaves that apply have no mark of its own. */
  readonly unmarked: number;
}

/** 自评打分表: every indicator with its criterion and what the prefecture gave itself, and why not all. */
export function describeSelfMarks(source: DocumentSource, region: string): SelfMarks {
  const { set, run, data } = source;
  const result = run.regions.find(({ id }) => id === region);
  const marks = new Map<string, Mark>(
    data.marks
      .filter((mark) => mark.region === region && mark.stage === 'self')
      .map((mark) => [mark.indicator, mark]),
  );
  const leaves = indicatorsOf(set);
  const said = markText(set);
  const isLeftOut = (id: string): boolean => result?.indicators[id]?.status === 'notApplicable';
  const lossOf = (node: IndicatorNode): Decimal | undefined => {
    const mark = marks.get(node.id);
    return mark === undefined ? undefined : decimal(node.fullPoints).minus(decimal(mark.points));
  };
  const given = leaves.flatMap((leaf) => marks.get(leaf.id) ?? []);
  const losses = leaves.flatMap((leaf) => lossOf(leaf) ?? []);
  const rows = [...set.nodes.values()].map((node): SelfMarkPart => {
    const mark = marks.get(node.id);
    const loss = lossOf(node);
    const hasLoss = loss?.greaterThan(0) ?? false;
    const isLeaf = node.kind === 'indicator';
    return {
      id: node.id,
      number: node.number,
      level: node.level,
      isLeaf,
      label: node.label,
      fullPoints: node.fullPoints,
      criterion: isLeaf ? (node.criterion ?? ruleInWords(set, node)) : '',
      points: mark === undefined ? null : said(mark.points),
      pointsLost: hasLoss && loss !== undefined ? decimalText(loss) : '',
      hasLoss,
      isNotApplicable: isLeaf && mark === undefined && isLeftOut(node.id),
      reason: mark?.reason ?? '',
      evidence: mark?.evidence ?? (isLeaf ? (node.materials ?? '') : ''),
    };
  });
  return {
    rows,
    total: given.length === 0 ? '' : said(sumOf(given.map(({ points }) => decimal(points)))),
    lost: given.length === 0 ? '' : sumOf(losses),
    unmarked: leaves.filter(({ id }) => !marks.has(id) && !isLeftOut(id)).length,
  };
}

function sumOf(numbers: readonly Decimal[]): string {
  return decimalText(sumDecimals(numbers));
}

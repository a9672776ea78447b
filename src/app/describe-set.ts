import { formulaInWords } from '../domain/formula/index.js';
import { inCodeOrder, type IndicatorNode, type IndicatorSet } from '../domain/indicators/index.js';
import { success, type Result } from '../domain/kernel/result.js';
import { packKit, type PreviewKit } from '../domain/preview/index.js';
import { formulaWords, ruleInWords, sourceInWords } from '../domain/scoring/index.js';
import type { Refusal } from './refusal.js';
import type { SetShelf } from './set-shelf.js';

/** A set for reading: what is reported, the tree, each rule in words, who is assessed. */
export interface SetDescription {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly year: string;
  readonly window: { readonly from: string; readonly to: string };
  readonly status: IndicatorSet['status'];
  readonly fullPoints: string;
  readonly digest: string;
  readonly disclaimer: string | null;
  readonly regions: readonly {
    readonly id: string;
    readonly name: string;
    readonly code: string | null;
    readonly group: string | null;
  }[];
  readonly metrics: readonly {
    readonly id: string;
    readonly label: string;
    readonly definition: string | null;
    readonly unit: string | null;
    readonly type: string;
    readonly supplier: string;
    readonly department: string | null;
    readonly min: string | null;
    readonly max: string | null;
    readonly evidence: string | null;
    readonly missing: string;
    readonly hasTarget: boolean;
    readonly levels: readonly { readonly code: string; readonly name: string }[];
    /** Of a computed one; it is not submitted. */
    readonly formula: string | null;
  }[];
  /** A block before its parts. */
  readonly indicators: readonly {
    readonly id: string;
    readonly number: string;
    readonly label: string;
    readonly level: number;
    readonly parent: string | null;
    readonly kind: 'block' | 'rule' | 'marks';
    readonly fullPoints: string;
    readonly unit: string | null;
    readonly lead: string | null;
    readonly co: readonly string[];
    readonly clauses: readonly string[];
    readonly criterion: string | null;
    readonly materials: string | null;
    readonly formula: string | null;
    readonly rule: string | null;
    readonly source: string | null;
  }[];
}

/** 指标体系说明. */
export async function describeSet(
  shelf: SetShelf,
  id: string,
): Promise<Result<SetDescription, Refusal>> {
  const opened = await shelf.open(id);
  if (!opened.ok) return opened;
  const { set, digest } = opened.value;
  return success({
    id: set.id,
    version: set.version,
    title: set.title,
    year: set.year,
    window: set.window,
    status: set.status,
    fullPoints: set.fullPoints,
    digest,
    disclaimer: set.disclaimer ?? null,
    regions: inCodeOrder(set.regions.assessed).map((region) => ({
      id: region.id,
      name: region.name,
      code: region.code ?? null,
      group: region.group ?? null,
    })),
    metrics: describeMetrics(set),
    indicators: [...set.nodes.values()].map((node) => describeNode(set, node)),
  });
}

/** The kit with which a page previews by itself. */
export async function previewKit(
  shelf: SetShelf,
  id: string,
): Promise<Result<PreviewKit, Refusal>> {
  const opened = await shelf.open(id);
  return opened.ok ? success(packKit(opened.value.set, opened.value.digest)) : opened;
}

function describeMetrics(set: IndicatorSet): SetDescription['metrics'] {
  const words = formulaWords(set);
  return [...set.metrics.values()].map((metric) => ({
    id: metric.id,
    label: metric.label,
    definition: metric.definition ?? null,
    unit: metric.unit ?? null,
    type: metric.type,
    supplier: metric.supplier,
    department: nameOf(set, metric.department),
    min: metric.min ?? null,
    max: metric.max ?? null,
    evidence: metric.evidence ?? null,
    missing: metric.missing,
    hasTarget: metric.target !== undefined,
    levels: [...metric.levels].map(([code, name]) => ({ code, name })),
    formula: metric.formula === undefined ? null : formulaInWords(metric.formula.expression, words),
  }));
}

function describeNode(
  set: IndicatorSet,
  node: IndicatorNode,
): SetDescription['indicators'][number] {
  const { id, number, label, level, fullPoints } = node;
  const common = { id, number, label, level, parent: node.parent ?? null, fullPoints };
  const source = sourceInWords(set, node.source);
  if (node.kind === 'block') {
    const blank = { unit: null, lead: null, co: [], clauses: [], criterion: null, materials: null };
    return { ...common, kind: 'block', ...blank, formula: null, rule: null, source };
  }
  const { value } = node;
  return {
    ...common,
    kind: node.marking === undefined ? 'rule' : 'marks',
    unit: node.unit ?? null,
    lead: nameOf(set, node.lead),
    co: node.co.map((one) => set.departments.get(one) ?? one),
    clauses: node.clauses,
    criterion: node.criterion ?? null,
    materials: node.materials ?? null,
    formula: value === undefined ? null : formulaInWords(value.expression, formulaWords(set)),
    rule: ruleInWords(set, node),
    source,
  };
}

function nameOf(set: IndicatorSet, department: string | undefined): string | null {
  return department === undefined ? null : (set.departments.get(department) ?? department);
}

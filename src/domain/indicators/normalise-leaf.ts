import { decimalText, type Decimal } from '../kernel/decimal.js';
import type { Path } from '../kernel/fault.js';
import type { Indicator, Metric } from './indicator-set.js';
import type { NodeInput } from './node.schema.js';
import { normaliseMarking } from './normalise-marking.js';
import { normaliseRule } from './normalise-rule.js';
import { checkNotNegative, reportUnknown, type SetContext } from './set-context.js';

/** Rules that read their metrics by themselves and need no formula. */
const RULES_WITHOUT_VALUE = ['levels', 'checklist'];

type LeafPart = Omit<
  Indicator,
  'id' | 'label' | 'number' | 'level' | 'parent' | 'block' | 'weight' | 'source' | 'note'
>;

/** What only a leaf has: how it is scored, by whom, and where it does not apply. */
export function normaliseLeaf(
  context: SetContext,
  id: string,
  node: NodeInput,
  path: Path,
  full: Decimal,
  metrics: ReadonlyMap<string, Metric>,
  regionIds: ReadonlySet<string>,
): LeafPart {
  const { reporter, input } = context;
  const { rule, marks } = node;
  if (node.aggregate !== undefined || node.power !== undefined) {
    reporter.fault(
      'node-leaf-aggregates',
      [...path, node.aggregate === undefined ? 'power' : 'aggregate'],
      {},
      'key',
    );
  }
  if (rule === undefined && marks === undefined) reporter.fault('node-empty', path, {}, 'key');
  if (rule !== undefined && marks !== undefined)
    reporter.fault('node-two-methods', [...path, 'marks'], {}, 'key');
  const needsValue = rule !== undefined && !RULES_WITHOUT_VALUE.includes(rule.kind);
  if (needsValue && node.value === undefined) {
    reporter.fault('rule-no-value', [...path, 'rule'], { kind: rule.kind });
  }
  if (!needsValue && node.value !== undefined) {
    reporter.fault('rule-value-unwanted', [...path, 'value'], {}, 'key');
  }
  const departments = Object.keys(input.departments ?? {});
  for (const [key, department] of departmentsNamed(node)) {
    if (!departments.includes(department)) {
      const at = [...path, ...key];
      reportUnknown(reporter, 'node-department-unknown', at, department, departments);
    }
  }
  if (node.sample !== undefined) {
    const { metric, atLeast } = node.sample;
    const at = [...path, 'sample'];
    if (!metrics.has(metric)) {
      reportUnknown(reporter, 'node-metric-unknown', [...at, 'metric'], metric, metrics.keys());
    }
    checkNotNegative(context, [...at, 'atLeast'], atLeast);
  }
  for (const region of Object.keys(node.notApplicable?.regions ?? {})) {
    if (!regionIds.has(region)) {
      const at = [...path, 'notApplicable', 'regions', region];
      reportUnknown(reporter, 'node-region-unknown', at, region, regionIds, 'key');
    }
  }
  if (
    rule?.kind === 'normalise' &&
    rule.reference !== undefined &&
    !regionIds.has(rule.reference)
  ) {
    const at = [...path, 'rule', 'reference'];
    reportUnknown(reporter, 'rule-reference-unknown', at, rule.reference, regionIds);
  }
  return {
    kind: 'indicator',
    fullPoints: decimalText(full),
    unit: node.unit,
    value:
      node.value === undefined
        ? undefined
        : context.formula([...path, 'value'], node.value, 'number'),
    round: node.round,
    rule:
      rule === undefined
        ? undefined
        : normaliseRule(context, [...path, 'rule'], rule, full, metrics),
    marking:
      marks === undefined
        ? undefined
        : normaliseMarking(context, [...path, 'marks'], marks, full, {
            id,
            departments: departmentsNamed(node).map(([, department]) => department),
          }),
    lead: node.lead,
    co: node.co ?? [],
    clauses: node.clauses ?? [],
    materials: node.materials,
    criterion: node.criterion,
    sample: node.sample,
    zeroDenominator: node.zeroDenominator ?? 'missing',
    notApplicable: {
      regions: new Map(Object.entries(node.notApplicable?.regions ?? {})),
      mayBeGranted: node.notApplicable?.mayBeGranted ?? false,
      redistribute:
        node.notApplicable?.redistribute ?? input.notApplicable?.redistribute ?? 'siblings',
    },
  };
}

function departmentsNamed(node: NodeInput): readonly (readonly [Path, string])[] {
  return [
    ...(node.lead === undefined ? [] : [[['lead'], node.lead] as const]),
    ...(node.co ?? []).map((id, index) => [['co', index], id] as const),
  ];
}

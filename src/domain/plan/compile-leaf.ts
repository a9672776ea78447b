import { shiftYears, type Expression } from '../formula/index.js';
import type { Formula, Indicator } from '../indicators/index.js';
import { columnOf } from './field.js';
import type { Operation, PlanRule } from './plan.js';

/** From a leaf's value to its points. */
export function leafOperations(leaf: Indicator): readonly Operation[] {
  const notApplicable = [...leaf.notApplicable.regions.keys()].sort();
  if (leaf.marking !== undefined) {
    const { stages, unvisited, joint, shares, raters } = leaf.marking;
    return [
      {
        op: 'marks',
        indicator: leaf.id,
        fullPoints: leaf.fullPoints,
        notApplicable,
        lead: leaf.lead ?? null,
        co: leaf.co,
        stages,
        unvisited,
        joint,
        shares,
        raters: raters ?? null,
      },
    ];
  }
  const { rule } = leaf;
  if (rule === undefined) return [];
  const expression = leaf.value?.expression ?? answersRead(rule);
  const column = columnOf.value(leaf.id);
  const valueOf = (name: string, yearsBack: number): Operation => ({
    op: 'value',
    column: name,
    expression: shiftYears(expression, yearsBack),
    round: leaf.round ?? null,
    zeroDenominator: leaf.zeroDenominator,
  });
  return [
    valueOf(column, 0),
    { op: 'screen', indicator: leaf.id, sample: leaf.sample ?? null, notApplicable },
    ...(rule.kind === 'improvement' ? [valueOf(columnOf.previous(leaf.id), 1)] : []),
    ...comparison(leaf.id, rule),
    { op: 'points', indicator: leaf.id, rule: planRule(rule), fullPoints: leaf.fullPoints },
  ];
}

type CompiledRule = NonNullable<Indicator['rule']>;

/** What a rule that reads answers has instead of a formula: it needs all its metrics there. */
function answersRead(rule: CompiledRule): Expression {
  const ids =
    rule.kind === 'levels'
      ? [rule.metric]
      : rule.kind === 'checklist'
        ? Object.keys(rule.items)
        : [];
  const metrics = ids.map((id): Expression => ({ kind: 'metric', id, yearsBack: 0 }));
  const [first = { kind: 'number', text: '0' } as const, ...rest] = metrics;
  return rest.reduce<Expression>(
    (sum, metric) => ({ kind: 'call', name: 'add', arguments: [sum, metric] }),
    first,
  );
}

function comparison(indicator: string, rule: CompiledRule): readonly Operation[] {
  if (rule.kind !== 'normalise' && rule.kind !== 'rank' && rule.kind !== 'proportionOfBest')
    return [];
  const blank = {
    lower: null,
    upper: null,
    mean: null,
    deviation: null,
    reference: null,
    target: null,
  };
  const { better, smallestField } = rule;
  const common = { op: 'normalise', indicator, better, smallestField } as const;
  if (rule.kind === 'rank') return [{ ...common, ...blank, method: 'position' }];
  if (rule.kind === 'proportionOfBest')
    return [{ ...common, ...blank, method: 'proportionOfBest' }];
  return [
    {
      ...common,
      method: rule.method,
      lower: rule.lower ?? null,
      upper: rule.upper ?? null,
      mean: rule.mean ?? null,
      deviation: rule.deviation ?? null,
      reference: rule.reference ?? null,
      target: rule.formulas['target']?.expression ?? null,
      ...(rule.equal === undefined || rule.equal === 'missing' ? {} : { equal: rule.equal }),
    },
  ];
}

function planRule(rule: CompiledRule): PlanRule {
  const formulas: Readonly<Record<string, Formula>> = rule.formulas;
  const expressions = Object.fromEntries(
    Object.entries(formulas).map(([key, formula]) => [key, formula.expression]),
  );
  return withoutFormulaTexts({ ...rule, formulas: expressions });
}

/** Only a formula's tree decides: its text, white space and all, stays out of the plan's hash. */
function withoutFormulaTexts(rule: PlanRule): PlanRule {
  switch (rule.kind) {
    case 'target':
      return { ...rule, target: '' };
    case 'linear':
      return { ...rule, zeroAt: '', fullAt: '' };
    case 'bands':
      return {
        ...rule,
        bands: rule.bands.map(({ points, ...bounds }) => ({
          points,
          ...Object.fromEntries(Object.keys(bounds).map((bound) => [bound, ''])),
        })),
      };
    case 'normalise': {
      // What equal values get is the comparison's to say.
      const target = rule.target === undefined ? {} : { target: '' };
      return { ...rule, equal: undefined, ...target };
    }
    default:
      return rule;
  }
}

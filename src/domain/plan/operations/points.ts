import type { Expression } from '../../formula/index.js';
import { MISSING, present, type Cell } from '../../kernel/status.js';
import { columnOf, type Field } from '../field.js';
import type { ImputeOperation, Plan, PointsOperation } from '../plan.js';
import { readsMarked } from '../reads-marked.js';
import { ruleKindOf, type Scored, type Situation } from '../rules/index.js';
import { answerOf } from './impute.js';
import type { OperationKind } from './operation-kind.js';

/** 计分: turns a value into points by the indicator's rule. */
export const points: OperationKind<PointsOperation> = {
  scope: 'own',
  run(operation, field) {
    const score = scorer(operation, field);
    const cells = field.plan.regions.map((_, index): Cell<typeof field.arithmetic.zero> => {
      const scored = score(index);
      return scored.status === 'present' ? present(field.arithmetic.settle(scored.value)) : scored;
    });
    const column = columnOf.points(operation.indicator);
    field.put(column, cells);

    // What was left out for want of data is left out here too, and still reads as missing.
    const isLeftOut = (index: number): boolean =>
      [columnOf.value(operation.indicator), columnOf.previous(operation.indicator)].some(
        (name) => field.excluded.get(name)?.[index] === true,
      ) ||
      Object.values<Expression>(operation.rule.formulas).some((expression) =>
        readsMarked(expression, field.excluded, index),
      );
    const leftOut = cells.map((cell, index) => cell.status === 'notApplicable' && isLeftOut(index));
    if (leftOut.includes(true)) field.excluded.set(column, leftOut);
  },
};

/** Scores one region after another, and tells on which sides of the rule's edges they fell. */
export function scorer<N>(
  operation: PointsOperation,
  field: Field<N>,
): (index: number) => Scored<N> {
  const situation = situations(operation, field);
  const kind = ruleKindOf(operation.rule);
  return (index) => {
    const found = situation(index);
    return 'status' in found ? found : kind.score(operation.rule, found);
  };
}

/** What the rule is given of each region, or why it cannot be asked. */
export function situations<N>(
  operation: PointsOperation,
  field: Field<N>,
): (index: number) => Situation<N> | Exclude<Cell<N>, { status: 'present' }> {
  const { indicator, rule } = operation;
  const values = field.column(columnOf.value(indicator));
  const previous = field.find(columnOf.previous(indicator));
  const normalised = field.find(columnOf.normalised(indicator));
  const formulas = new Map(
    Object.entries(rule.formulas).map(([key, expression]: readonly [string, Expression]) => [
      key,
      field.formula(expression),
    ]),
  );
  const policies = policiesOf(field.plan);
  return (index) => {
    const value = values[index] ?? MISSING;
    if (value.status !== 'present') return value;
    return {
      arithmetic: field.arithmetic,
      full: field.arithmetic.from(operation.fullPoints),
      value: value.value,
      previous: previous?.[index] ?? MISSING,
      normalised: normalised?.[index] ?? MISSING,
      formula(key) {
        const outcome = formulas.get(key)?.(index);
        return outcome === undefined || outcome.status === 'undefined' ? MISSING : outcome;
      },
      answer(metric) {
        const region = field.plan.regions[index];
        return region === undefined
          ? undefined
          : answerOf(metric, policies.get(metric), region, field);
      },
    };
  };
}

type Policies = ReadonlyMap<string, ImputeOperation['policy']>;

/** A plan is never changed: what it says of missing values is collected once. */
const POLICIES = new WeakMap<Plan, Policies>();

function policiesOf(plan: Plan): Policies {
  const known = POLICIES.get(plan);
  if (known !== undefined) return known;
  const policies: Policies = new Map(
    plan.operations.flatMap((one) =>
      one.op === 'impute' ? [[one.metric, one.policy] as const] : [],
    ),
  );
  POLICIES.set(plan, policies);
  return policies;
}

import { createField } from './create-field.js';
import type { Field, Kernel } from './field.js';
import type { RunInputs } from './inputs.js';
import { adjust } from './operations/adjust.js';
import { aggregate } from './operations/aggregate.js';
import { consequences } from './operations/consequences.js';
import { grade } from './operations/grade.js';
import { impute } from './operations/impute.js';
import { marks } from './operations/marks.js';
import { normalise } from './operations/normalise.js';
import type { OperationKind, OperationOf } from './operations/operation-kind.js';
import { points } from './operations/points.js';
import { rank } from './operations/rank.js';
import { redistribute } from './operations/redistribute.js';
import { screen } from './operations/screen.js';
import { targetColumn } from './operations/target-column.js';
import { value } from './operations/value.js';
import type { Operation, Plan } from './plan.js';

/** Every operation of the vocabulary; a new one is a file and a line here. */
export const OPERATION_KINDS: { readonly [K in Operation['op']]: OperationKind<OperationOf<K>> } = {
  impute,
  target: targetColumn,
  value,
  screen,
  normalise,
  points,
  marks,
  redistribute,
  aggregate,
  adjust,
  rank,
  grade,
  consequences,
};

/** Runs a plan over a year's inputs: the same plan and inputs always give the same field. */
export function runPlan<N>(plan: Plan, inputs: RunInputs, kernel: Kernel<N>): Field<N> {
  const field = createField(plan, inputs, kernel);
  runOperations(plan.operations, field);
  return field;
}

/** Runs some operations over a field that already holds the columns they read. */
export function runOperations<N>(operations: readonly Operation[], field: Field<N>): void {
  for (const operation of operations) runOperation(operation, field);
}

function runOperation<N>(operation: Operation, field: Field<N>): void {
  const kind = OPERATION_KINDS[operation.op] as unknown as OperationKind<Operation>;
  kind.run(operation, field);
}

export { compilePlan } from './compile-plan.js';
export { isBelowMean } from './compile-tree.js';
export {
  columnOf,
  type CountedEvent,
  type Field,
  type FieldStore,
  type Kernel,
  type Remarks,
  type Verdicts,
} from './field.js';
export type { RunInputs } from './inputs.js';
export { DECIMAL_KERNEL, FLOAT_KERNEL } from './kernels.js';
export {
  normaliseValues,
  type NormaliseMethod,
  type NormaliseParameters,
} from './normalisations.js';
export { aggregateParts, definedMean, meanOf, type MeanMethod } from './operations/aggregate.js';
export { adjustNothing } from './operations/adjust.js';
export { sharePoints, shareOf } from './operations/redistribute.js';
export { scorer, situations } from './operations/points.js';
export type * from './plan.js';
export { ruleKindOf, type Edge, type Probe, type RuleWording, type Side } from './rules/index.js';
export { OPERATION_KINDS, runOperations, runPlan } from './run-plan.js';
export { createField, fieldOver } from './create-field.js';
export { placesOf } from './operations/grade.js';

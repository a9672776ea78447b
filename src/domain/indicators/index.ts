export { inCodeOrder } from './in-code-order.js';
export { pathText } from './reporter.js';
export { readSet, type SetSources, type SoundSet } from './read-set.js';
export {
  SET_FAULT_CODES,
  SET_WARNING_CODES,
  type SetFaultCode,
  type SetWarningCode,
} from './set-fault-codes.js';
export { metricsRead } from './set-context.js';
export type * from './indicator-set.js';
export type * from './region-set.js';
export { readShape } from './read-shape.js';
export { createReporter, type Reporter } from './reporter.js';
export { testsSchema, type IndicatorTest } from './tests.schema.js';

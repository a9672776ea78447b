import { referencesOf, type Expression } from '../formula/index.js';
import { columnOf, type Remarks } from './field.js';

/** Whether a remark (left out, divided by nought) stands, for one region, on any metric that a formula reads. */
export function readsMarked(expression: Expression, remarks: Remarks, index: number): boolean {
  return referencesOf(expression).some(
    (reference) =>
      reference.kind === 'metric' &&
      remarks.get(columnOf.metric(reference.id, reference.yearsBack))?.[index] === true,
  );
}

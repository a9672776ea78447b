import { greaterOf } from '../../kernel/arithmetic.js';
import { MISSING, present } from '../../kernel/status.js';
import { columnOf } from '../field.js';
import type { TargetOperation } from '../plan.js';
import type { OperationKind } from './operation-kind.js';

/**
 * 目标备案入列: the target that was filed, but at least what the set demands; where none was
 * filed, what the set says of that.
 */
export const targetColumn: OperationKind<TargetOperation> = {
  scope: 'own',
  run(operation, field) {
    const atLeast = operation.atLeast === null ? undefined : field.formula(operation.atLeast);
    const notFiled = operation.notFiled === null ? undefined : field.formula(operation.notFiled);
    field.put(
      columnOf.target(operation.metric),
      field.plan.regions.map((region, index) => {
        const filed = field.filed(region.id, operation.metric);
        if (filed === undefined) {
          const otherwise = notFiled?.(index);
          return otherwise?.status === 'present' ? otherwise : MISSING;
        }
        const value = field.arithmetic.from(filed.value);
        const floor = atLeast?.(index);
        return present(
          floor?.status === 'present' ? greaterOf(field.arithmetic, value, floor.value) : value,
        );
      }),
    );
  },
};

import { MISSING, NOT_APPLICABLE } from '../../kernel/status.js';
import { columnOf } from '../field.js';
import type { ScreenOperation } from '../plan.js';
import type { OperationKind } from './operation-kind.js';

/** 筛查: what the set says does not apply to a region, and what rests on too small a sample. */
export const screen: OperationKind<ScreenOperation> = {
  scope: 'own',
  run({ indicator, sample, notApplicable }, field) {
    const column = columnOf.value(indicator);
    const sizes = sample === null ? undefined : field.column(columnOf.metric(sample.metric, 0));
    field.put(
      column,
      field.column(column).map((cell, index) => {
        const region = field.plan.regions[index];
        if (region !== undefined && notApplicable.includes(region.id)) return NOT_APPLICABLE;
        const size = sizes?.[index];
        if (sample === null || size?.status !== 'present') return cell;
        const least = field.arithmetic.from(sample.atLeast);
        if (field.arithmetic.compare(size.value, least) >= 0) return cell;
        return sample.below === 'missing' ? MISSING : NOT_APPLICABLE;
      }),
    );
  },
};

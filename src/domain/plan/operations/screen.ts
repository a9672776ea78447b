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
    const isFixed = field.plan.regions.map((region) => notApplicable.includes(region.id));
    field.put(
      column,
      field.column(column).map((cell, index) => {
        if (isFixed[index] === true) return NOT_APPLICABLE;
        const size = sizes?.[index];
        if (sample === null || size === undefined) return cell;
        // What does not apply needs no sample, and what is still to come has none yet.
        if (cell.status === 'notApplicable' || cell.status === 'pending') return cell;
        // A sample that nobody stated may be too small: leaving it out must win nothing.
        if (size.status === 'missing' || size.status === 'pending') return size;
        if (size.status !== 'present') return cell;
        const least = field.arithmetic.from(sample.atLeast);
        if (field.arithmetic.compare(size.value, least) >= 0) return cell;
        return sample.below === 'missing' ? MISSING : NOT_APPLICABLE;
      }),
    );
    // To whom it does not apply by rule, nothing is missing.
    const leftOut = field.excluded.get(column);
    if (leftOut === undefined) return;
    field.excluded.set(
      column,
      leftOut.map((is, index) => is && isFixed[index] !== true),
    );
  },
};

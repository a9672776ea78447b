import { sumOf } from '../../kernel/arithmetic.js';
import { parseDecimal } from '../../kernel/decimal.js';
import { MISSING, NOT_APPLICABLE, PENDING, present, type Cell } from '../../kernel/status.js';
import { columnOf, type Field } from '../field.js';
import type { ImputeOperation, PlanRegion } from '../plan.js';
import type { OperationKind } from './operation-kind.js';

const YES_OR_NO: Readonly<Record<string, string>> = { yes: '1', no: '0' };

/**
 * 填报数据入列: reads what was submitted, and where nothing was, does what the set says: leaves
 * it missing, takes nought, leaves the indicator out, or takes last year's value.
 */
export const impute: OperationKind<ImputeOperation> = {
  scope: 'own',
  run(operation, field) {
    const excluded: boolean[] = [];
    const cells = field.plan.regions.map((region) => {
      const cell = read(operation.metric, operation.yearsBack, region, field);
      const isLeftOut = cell.status === 'missing' && operation.policy === 'exclude';
      excluded.push(isLeftOut);
      if (cell.status !== 'missing') return cell;
      switch (operation.policy) {
        case 'refuse':
          return MISSING;
        case 'zero':
          return present(field.arithmetic.zero);
        case 'exclude':
          return NOT_APPLICABLE;
        case 'lastYear':
          return read(operation.metric, operation.yearsBack + 1, region, field);
      }
    });
    const column = columnOf.metric(operation.metric, operation.yearsBack);
    field.put(column, cells);
    if (excluded.includes(true)) field.excluded.set(column, excluded);
  },
};

/**
 * The answer (yes, no, a level's code) that stands for a region this year: its own, or where none
 * was given what the set says of that.
 */
export function answerOf<N>(
  metric: string,
  policy: ImputeOperation['policy'] | undefined,
  region: PlanRegion,
  field: Field<N>,
): string | undefined {
  const { period, periods } = field.plan;
  const textOf = (id: string, when: string): string | undefined => {
    const found = field.submitted(id, metric, when);
    return found?.status === 'present' ? found.text : undefined;
  };
  if (field.submitted(region.id, metric, period) !== undefined) return textOf(region.id, period);
  if (policy === 'zero') return 'no';
  const before = periods[1];
  if (policy !== 'lastYear' || before === undefined) return undefined;
  const [former] = region.past;
  const isFollowed =
    field.submitted(region.id, metric, before) === undefined && region.pastBy === 'same';
  return textOf(isFollowed ? (former ?? region.id) : region.id, before);
}

function read<N>(metric: string, yearsBack: number, region: PlanRegion, field: Field<N>): Cell<N> {
  const period = field.plan.periods[yearsBack];
  if (period === undefined)
    throw new Error(`the plan has no period ${String(yearsBack)} years back`);
  const own = readOne(metric, period, region.id, field);
  if (own !== undefined || yearsBack === 0 || region.past.length === 0) return own ?? MISSING;
  const past = region.past.map((id) => readOne(metric, period, id, field) ?? MISSING);
  const [first] = past;
  if (region.pastBy === 'same') return first ?? MISSING;
  const values = past.flatMap((cell) => (cell.status === 'present' ? [cell.value] : []));
  return region.pastBy === 'sum' && values.length === past.length
    ? present(sumOf(field.arithmetic, values))
    : MISSING;
}

function readOne<N>(
  metric: string,
  period: string,
  region: string,
  field: Field<N>,
): Cell<N> | undefined {
  const submitted = field.submitted(region, metric, period);
  if (submitted === undefined) return undefined;
  if (submitted.status === 'pending') return PENDING;
  if (submitted.status === 'notApplicable') return NOT_APPLICABLE;
  const text = YES_OR_NO[submitted.text] ?? submitted.text;
  // A level's code is no number; the rule that reads it asks for the text itself.
  return present(
    parseDecimal(text) === undefined ? field.arithmetic.one : field.arithmetic.from(text),
  );
}

import type { Decimal } from '../kernel/decimal.js';
import type { Memory, Slot } from '../kernel/memory.js';
import { MISSING, PENDING, present } from '../kernel/status.js';
import {
  adjustNothing,
  aggregateParts,
  columnOf,
  OPERATION_KINDS,
  runOperations,
  shareOf,
  sharePoints,
  type AdjustOperation,
  type AggregateOperation,
  type CountedEvent,
  type Field,
  type Operation,
  type Plan,
  type RedistributeOperation,
  type ScreenOperation,
} from '../plan/index.js';

/** The last events that counted for the region. */
export type CountedSlot = Slot<readonly CountedEvent<Decimal>[]>;

/**
 * What a plan does for one region alone, each step remembered by itself: what compares regions is
 * pending, and what only ranks and grades is not there. The two operations that read every
 * indicator are taken apart, so that one indicator's points do not compute those of all again.
 */
export function ownOperations(
  plan: Plan,
  field: Field<Decimal>,
  memory: Memory,
  counted: CountedSlot,
): readonly Step[] {
  const steps = plan.operations.flatMap((operation, index): readonly Step[] => {
    const [before, next] = [plan.operations[index - 1], plan.operations[index + 1]];
    if (isScreenOf(operation, before)) return [];
    return isScreenOf(next, operation)
      ? [stepOf([operation, next], field)]
      : stepsOf(operation, field, memory, counted);
  });
  return steps.map((step) => memory.remember(step));
}

type Step = () => void;

/** Whether an operation screens the value that another computes: it changes that column in its place. */
function isScreenOf(
  operation: Operation | undefined,
  value: Operation | undefined,
): operation is ScreenOperation {
  return (
    operation?.op === 'screen' &&
    value?.op === 'value' &&
    value.column === columnOf.value(operation.indicator)
  );
}

function stepOf(operations: readonly Operation[], field: Field<Decimal>): Step {
  return () => {
    runOperations(operations, field);
  };
}

function stepsOf(
  operation: Operation,
  field: Field<Decimal>,
  memory: Memory,
  counted: CountedSlot,
): readonly Step[] {
  if (operation.op === 'aggregate') return aggregation(operation, field);
  if (operation.op === 'redistribute') return redistribution(operation, field, memory);
  if (operation.op === 'adjust') return adjustment(operation, field, memory, counted);
  if (OPERATION_KINDS[operation.op].scope === 'own') {
    return [stepOf([operation], field)];
  }
  if (operation.op !== 'normalise') return [];
  const column = columnOf.normalised(operation.indicator);
  return [
    () => {
      field.put(column, [PENDING]);
    },
  ];
}

/** A block's full points change only with what applies. */
function aggregation(operation: AggregateOperation, field: Field<Decimal>): readonly Step[] {
  return aggregateParts(operation).map((part) => () => {
    part(operation, field);
  });
}

/** Whose points move is decided by what applies, and that seldom changes with a figure. */
function redistribution(
  { units }: RedistributeOperation,
  field: Field<Decimal>,
  memory: Memory,
): readonly Step[] {
  const { arithmetic: a } = field;
  const parts = units.map((unit) => {
    const applies = memory.slot(true);
    return { unit, applies };
  });
  return [
    ...parts.map(({ unit, applies }) => () => {
      const [cell] = field.column(columnOf.points(unit.id));
      memory.write(applies, cell?.status !== 'notApplicable');
    }),
    () => {
      const applies = parts.map((part) => memory.read(part.applies));
      const full = sharePoints(a, units, applies);
      units.forEach((unit, index) => {
        field.put(columnOf.full(unit.id), [present(full[index] ?? a.zero)]);
      });
    },
    ...units.map((unit) => () => {
      const [cell] = field.column(columnOf.points(unit.id));
      const [full] = field.column(columnOf.full(unit.id));
      const now = full?.status === 'present' ? full.value : a.zero;
      field.put(columnOf.shared(unit.id), [shareOf(a, unit, cell ?? MISSING, now)]);
    }),
  ];
}

/** Most regions have no event in most previews: then nothing is moved. */
function adjustment(
  operation: AdjustOperation,
  field: Field<Decimal>,
  memory: Memory,
  counted: CountedSlot,
): readonly Step[] {
  return [
    ...Object.keys(operation.parents).map((node) => () => {
      if (field.events().length > 0) return;
      const cells = field.column(columnOf.shared(node));
      field.put(columnOf.final(node), cells);
      field.put(columnOf.own(node), cells);
    }),
    () => {
      if (field.events().length > 0) runOperations([operation], field);
      else adjustNothing(operation, field);
      memory.write(counted, field.verdicts.events[0] ?? []);
    },
  ];
}

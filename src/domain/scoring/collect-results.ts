import { decimalText, settle, type Decimal } from '../kernel/decimal.js';
import { compareText } from '../kernel/fault.js';
import type { Cell } from '../kernel/status.js';
import { columnOf, type CountedEvent, type Field } from '../plan/index.js';
import type { IndicatorNode, IndicatorSet } from '../indicators/index.js';
import type { EventResult, IndicatorResult, IndicatorStatus, RegionResult } from './run.js';

/** Reads every region's result off the columns: in rank order, ties by id, the unranked last. */
export function collectResults(set: IndicatorSet, field: Field<Decimal>): readonly RegionResult[] {
  const results = field.plan.regions.map((region, index): RegionResult => {
    const text = (name: string): string | null => columnText(field, name, index);
    const nodesOf = (kind: IndicatorNode['kind']): Record<string, IndicatorResult> =>
      Object.fromEntries(
        [...set.nodes.values()]
          .filter((node) => node.kind === kind)
          .map((node) => [node.id, nodeResult(field, node, index)]),
      );
    const { verdicts } = field;
    const events = verdicts.events[index] ?? [];
    return {
      id: region.id,
      group: region.group,
      score: text(columnOf.score),
      baseScore: text(columnOf.base),
      bonus: text(columnOf.bonus) ?? '0',
      penalty: text(columnOf.penalty) ?? '0',
      vetoes: events
        .filter((one) => one.effect === 'veto' && one.reason === 'full')
        .map((one) => one.event.id),
      gradeBeforeVeto: verdicts.gradeBeforeVeto[index] ?? null,
      grade: verdicts.grade[index] ?? null,
      rank: verdicts.rank[index] ?? null,
      groupRank: verdicts.groupRank[index] ?? null,
      indicators: nodesOf('indicator'),
      blocks: nodesOf('block'),
      events: events.map(eventResult),
      consequences: verdicts.consequences[index] ?? [],
    };
  });
  return results.sort(
    (a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || compareText(a.id, b.id) || 0,
  );
}

/** An event as it counted, in texts. */
export function eventResult(counted: CountedEvent<Decimal>): EventResult {
  return {
    id: counted.event.id,
    kind: counted.event.kind,
    effect: counted.effect,
    claimed: decimalText(counted.claimed),
    counted: decimalText(counted.counted),
    reason: counted.reason,
  };
}

/** What a column holds for a region, as a text; null where no number is there. */
export function columnText(field: Field<Decimal>, name: string, index: number): string | null {
  return textOf(field.column(name)[index]);
}

/** One node's result for one region. */
export function nodeResult(
  field: Field<Decimal>,
  node: IndicatorNode,
  index: number,
): IndicatorResult {
  const cellOf = (name: string): Cell | undefined => field.find(name)?.[index];
  const points = cellOf(columnOf.own(node.id)) ?? cellOf(columnOf.points(node.id));
  const value = cellOf(columnOf.value(node.id));
  const full = cellOf(columnOf.full(node.id));
  const self = field.marks(node.id)[index]?.findLast((mark) => mark.stage === 'self');
  // A rule that reads answers needs them all to be there; their sum means nothing.
  const isAnswer = node.kind === 'block' || node.value === undefined;
  return {
    value: isAnswer ? null : textOf(value),
    points: textOf(points),
    fullPoints: textOf(full) ?? (points?.status === 'notApplicable' ? '0' : node.fullPoints),
    selfPoints: self?.points ?? null,
    status: statusOf(field, node, index, points),
  };
}

function statusOf(
  field: Field<Decimal>,
  node: IndicatorNode,
  index: number,
  points: Cell | undefined,
): IndicatorStatus {
  if (points?.status === 'present') return 'scored';
  const isLeftOut = field.excluded.get(columnOf.points(node.id))?.[index] === true;
  return isLeftOut ? 'missing' : (points?.status ?? 'missing');
}

function textOf(cell: Cell | undefined): string | null {
  // Redistributed points keep their forty digits until they are told.
  return cell?.status === 'present' ? decimalText(settle(cell.value)) : null;
}

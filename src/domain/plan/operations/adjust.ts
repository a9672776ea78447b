import { clampTo, greaterOf, lesserOf, sumOf } from '../../kernel/arithmetic.js';
import { MISSING, PENDING, present, type Cell } from '../../kernel/status.js';
import { countEvents } from '../count-events.js';
import { columnOf, type CountedEvent, type Field } from '../field.js';
import type { AdjustOperation } from '../plan.js';
import type { OperationKind } from './operation-kind.js';

/**
 * 加分、扣分、否决: brings the year's events to bear on nodes and on the total, in the order that
 * the set declares, within its caps and floors; then rounds the total once.
 */
export const adjust: OperationKind<AdjustOperation> = {
  scope: 'own',
  run(operation, field) {
    const { arithmetic: a, plan } = field;
    const nodes = Object.keys(operation.parents);
    const before = new Map(nodes.map((node) => [node, field.column(columnOf.shared(node))]));
    const totals = plan.regions.map((region, index) =>
      adjustRegion(operation, field, region.id, index, before),
    );
    for (const node of nodes) {
      field.put(
        columnOf.final(node),
        totals.map((total) => total.points.get(node) ?? MISSING),
      );
    }
    const put = (
      name: string,
      pick: (total: Total<typeof a.zero>) => Cell<typeof a.zero>,
    ): void => {
      field.put(name, totals.map(pick));
    };
    put(columnOf.base, (total) => total.base);
    put(columnOf.bonus, (total) => present(total.bonus));
    put(columnOf.penalty, (total) => present(total.penalty));
    put(columnOf.exact, (total) => total.exact);
    put(columnOf.score, ({ exact }) =>
      exact.status === 'present' ? present(a.roundHalfUp(exact.value, operation.places)) : exact,
    );
    totals.forEach((total, index) => {
      field.verdicts.events[index] = [...total.events];
    });
  },
};

interface Total<N> {
  readonly base: Cell<N>;
  readonly bonus: N;
  readonly penalty: N;
  readonly exact: Cell<N>;
  readonly points: ReadonlyMap<string, Cell<N>>;
  readonly events: readonly CountedEvent<N>[];
}

function adjustRegion<N>(
  operation: AdjustOperation,
  field: Field<N>,
  region: string,
  index: number,
  before: ReadonlyMap<string, readonly Cell<N>[]>,
): Total<N> {
  const { arithmetic: a } = field;
  const points = new Map<string, Cell<N>>();
  for (const [node, column] of before) points.set(node, column[index] ?? MISSING);
  const base = baseTotal(operation, field, index, points);
  const full = a.from(operation.fullPoints);
  const kinds = new Map(operation.kinds.map((kind) => [kind.id, kind]));
  const claimed = countEvents(a, operation, field.inputs.events, region);

  let current = base.status === 'present' ? base.value : a.zero;
  const within = (value: N): N =>
    operation.mayPassFullPoints ? greaterOf(a, a.zero, value) : clampTo(a, value, a.zero, full);
  /** Moves a node and its blocks by an amount, as far as the node's own bounds allow. */
  const moveNode = (node: string, amount: N): N => {
    const cell = points.get(node);
    if (cell?.status !== 'present') return a.zero;
    const top = field.column(columnOf.full(node))[index];
    const high = top?.status === 'present' ? top.value : full;
    const now = clampTo(a, a.add(cell.value, amount), a.zero, greaterOf(a, high, cell.value));
    const moved = a.subtract(now, cell.value);
    for (let at: string | null | undefined = node; at != null; at = operation.parents[at]) {
      const here = points.get(at);
      if (here?.status === 'present') points.set(at, present(a.settle(a.add(here.value, moved))));
    }
    return moved;
  };

  const events: CountedEvent<N>[] = [];
  for (const step of operation.order) {
    for (const event of claimed.filter((one) => one.effect === step)) {
      const kind = kinds.get(event.event.kind);
      if (step === 'veto' || kind === undefined) {
        if (event.reason === 'full' && kind?.veto?.kind === 'zero') {
          const cell = points.get(kind.veto.node);
          const lost = cell?.status === 'present' ? a.subtract(a.zero, cell.value) : a.zero;
          current = within(a.add(current, moveNode(kind.veto.node, lost)));
        }
        events.push(event);
        continue;
      }
      const signed = step === 'bonus' ? event.counted : a.subtract(a.zero, event.counted);
      if (kind.target === null) {
        events.push(event);
        current = a.add(current, signed);
        continue;
      }
      const moved = moveNode(kind.target, signed);
      const counted = greaterOf(a, moved, a.subtract(a.zero, moved));
      const isCut = a.compare(counted, event.counted) < 0;
      events.push(isCut ? { ...event, counted, reason: 'floor' } : event);
      current = a.add(current, moved);
    }
    current = within(current);
  }
  const countedAs = (effect: 'bonus' | 'penalty'): N =>
    sumOf(
      a,
      events.filter((one) => one.effect === effect).map((one) => one.counted),
    );
  return {
    base,
    bonus: countedAs('bonus'),
    penalty: countedAs('penalty'),
    exact: base.status === 'present' ? present(a.settle(current)) : base,
    points,
    events,
  };
}

/** The total before events; scaled up where points of what does not apply went nowhere. */
function baseTotal<N>(
  operation: AdjustOperation,
  field: Field<N>,
  index: number,
  points: ReadonlyMap<string, Cell<N>>,
): Cell<N> {
  const { arithmetic: a } = field;
  const cells = operation.roots.map((root) => points.get(root) ?? MISSING);
  if (cells.some((cell) => cell.status === 'pending')) return PENDING;
  const values = cells.flatMap((cell) => (cell.status === 'present' ? [cell.value] : []));
  if (values.length === 0 || cells.some((cell) => cell.status === 'missing')) return MISSING;
  const sum = sumOf(a, values);
  const applied = sumOf(
    a,
    operation.roots.flatMap((root) => {
      const cell = field.column(columnOf.full(root))[index];
      return cell?.status === 'present' ? [cell.value] : [];
    }),
  );
  const full = a.from(operation.fullPoints);
  if (a.compare(a.settle(applied), full) === 0) return present(a.settle(sum));
  if (a.compare(applied, a.zero) === 0) return MISSING;
  return present(a.settle(lesserOf(a, full, a.divide(a.multiply(sum, full), applied))));
}

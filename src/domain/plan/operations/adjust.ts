import { clampTo, greaterOf, lesserOf, sumOf, type Arithmetic } from '../../kernel/arithmetic.js';
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
    const nodes = Object.keys(operation.parents);
    const before = new Map(nodes.map((node) => [node, field.column(columnOf.shared(node))]));
    const totals = field.plan.regions.map((region, index) =>
      adjustRegion(operation, field, region.id, index, before),
    );
    for (const node of nodes) {
      field.put(
        columnOf.final(node),
        totals.map((total) => total.points.get(node) ?? MISSING),
      );
      field.put(
        columnOf.own(node),
        totals.map((total) => total.own.get(node) ?? MISSING),
      );
    }
    putTotals(operation, field, totals);
  },
};

/** Without events every node keeps its points, and the total is that of the roots. */
export function adjustNothing<N>(operation: AdjustOperation, field: Field<N>): void {
  const before = new Map(
    operation.roots.map((root) => [root, field.column(columnOf.shared(root))]),
  );
  const totals = field.plan.regions.map((region, index) =>
    adjustRegion(operation, field, region.id, index, before),
  );
  putTotals(operation, field, totals);
}

function putTotals<N>(
  operation: AdjustOperation,
  field: Field<N>,
  totals: readonly Total<N>[],
): void {
  const { arithmetic: a } = field;
  const put = (name: string, pick: (total: Total<N>) => Cell<N>): void => {
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
}

interface Total<N> {
  readonly base: Cell<N>;
  readonly bonus: N;
  readonly penalty: N;
  readonly exact: Cell<N>;
  readonly points: ReadonlyMap<string, Cell<N>>;
  readonly own: ReadonlyMap<string, Cell<N>>;
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
  const claimed = countEvents(a, operation, field.events(), region);

  let current = base.status === 'present' ? base.value : a.zero;
  const bound = (value: N): N =>
    operation.mayPassFullPoints ? greaterOf(a, a.zero, value) : clampTo(a, value, a.zero, full);
  /** Moves the total as far as its bounds allow; tells how far that was. */
  const moveTotal = (amount: N): N => {
    // While an item is missing there is no total whose bounds could cut anything.
    if (base.status !== 'present') return amount;
    const before = current;
    current = bound(a.add(current, amount));
    return a.settle(a.subtract(current, before));
  };
  const nodes = nodeMover(operation, field, index, points);

  const own = new Map(points);
  const ownNodes = nodeMover(operation, field, index, own);
  const isWithin = ({ event }: CountedEvent<N>, node: string): boolean => {
    const target = kinds.get(event.kind)?.target ?? null;
    return target !== null && nodes.chainOf(target).includes(node);
  };
  let events: CountedEvent<N>[] = [];
  for (const step of operation.order) {
    for (const event of claimed.filter((one) => one.effect === step)) {
      const kind = kinds.get(event.event.kind);
      if (step === 'veto' || kind === undefined) {
        if (event.reason === 'full' && kind?.veto?.kind === 'zero') {
          const { node } = kind.veto;
          moveTotal(nodes.empty(node));
          ownNodes.empty(node);
          events = events.map((one) => (isWithin(one, node) ? nothingOf(a, one) : one));
        }
        events.push(event);
        continue;
      }
      const signed = step === 'bonus' ? event.counted : a.subtract(a.zero, event.counted);
      const allowed = kind.target === null ? signed : nodes.move(kind.target, signed);
      const counted = sizeOf(a, moveTotal(allowed));
      if (a.compare(counted, event.counted) >= 0) events.push(event);
      else {
        const isNode = a.compare(sizeOf(a, allowed), event.counted) < 0;
        const reason = isNode || step === 'penalty' ? 'floor' : 'cap';
        events.push({ ...event, counted, reason });
      }
    }
  }
  const countedAs = (effect: 'bonus' | 'penalty'): N =>
    sumOf(
      a,
      events.filter((one) => one.effect === effect).map((one) => one.counted),
    );
  const bonus = countedAs('bonus');
  const penalty = countedAs('penalty');
  // What a veto took is gone from the items and so from the base; the rest adds up to the total.
  const beforeEvents = a.add(a.subtract(current, bonus), penalty);
  return {
    base: base.status === 'present' ? present(setTotal(a, beforeEvents)) : base,
    bonus,
    penalty,
    exact: base.status === 'present' ? present(setTotal(a, current)) : base,
    points,
    own,
    events,
  };
}

/** An event on an item that a veto emptied afterwards: it gave or took nothing in the end. */
function nothingOf<N>(a: Arithmetic<N>, event: CountedEvent<N>): CountedEvent<N> {
  return { ...event, counted: a.zero, reason: 'floor' };
}

function sizeOf<N>(a: Arithmetic<N>, amount: N): N {
  return greaterOf(a, amount, a.subtract(a.zero, amount));
}

/** How events move the points of nodes: what a node gains or loses its blocks do too. */
interface NodeMover<N> {
  /** Moves a node as far as it and its blocks have points or room; tells how far that was. */
  move(node: string, amount: N): N;
  /** Takes everything from a node and all below it; tells by how much that moved its blocks. */
  empty(node: string): N;
  /** A node and the blocks above it. */
  chainOf(node: string): readonly string[];
}

function nodeMover<N>(
  { parents }: AdjustOperation,
  field: Field<N>,
  index: number,
  points: Map<string, Cell<N>>,
): NodeMover<N> {
  const { arithmetic: a } = field;
  const valueOf = (node: string): N | undefined => {
    const cell = points.get(node);
    return cell?.status === 'present' ? cell.value : undefined;
  };
  const roomOf = (node: string, value: N): N => {
    const full = field.column(columnOf.full(node))[index];
    return full?.status === 'present'
      ? greaterOf(a, a.zero, a.subtract(full.value, value))
      : a.zero;
  };
  /** A node and the blocks above it. */
  const chainOf = (node: string): readonly string[] => {
    const above = parents[node];
    return above === null || above === undefined ? [node] : [node, ...chainOf(above)];
  };
  const add = (node: string, amount: N): void => {
    const value = valueOf(node);
    if (value !== undefined) points.set(node, present(a.settle(a.add(value, amount))));
  };
  return {
    chainOf,
    move(node, amount) {
      if (valueOf(node) === undefined) return a.zero;
      let moved = amount;
      for (const at of chainOf(node)) {
        const value = valueOf(at);
        if (value === undefined) continue;
        moved = clampTo(a, moved, a.subtract(a.zero, value), roomOf(at, value));
      }
      for (const at of chainOf(node)) add(at, moved);
      return moved;
    },
    empty(node) {
      const lost = a.subtract(a.zero, valueOf(node) ?? a.zero);
      for (const [at, cell] of points) {
        if (cell.status === 'present' && at !== node && chainOf(at).includes(node)) {
          points.set(at, present(a.zero));
        }
      }
      for (const at of chainOf(node)) add(at, lost);
      return lost;
    },
  };
}

/** Decimal places to which the total is set before it is compared and rounded. */
const TOTAL_PLACES = 24;

/**
 * Sets the total. Each part was set to 30 digits, so three thirds lack a little of their whole:
 * 89.995 made of them would print 89.99. That little is far behind the 24th place.
 */
function setTotal<N>(a: Arithmetic<N>, total: N): N {
  return a.roundHalfUp(total, TOTAL_PLACES);
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
  if (a.compare(a.settle(applied), full) === 0) return present(setTotal(a, sum));
  if (a.compare(applied, a.zero) === 0) return MISSING;
  return present(setTotal(a, lesserOf(a, full, a.divide(a.multiply(sum, full), applied))));
}

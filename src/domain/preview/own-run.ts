import type { IndicatorNode, IndicatorSet } from '../indicators/index.js';
import type { Decimal } from '../kernel/decimal.js';
import type { Memory, Slot } from '../kernel/memory.js';
import {
  columnOf,
  DECIMAL_KERNEL,
  fieldOver,
  type Field,
  type FieldStore,
  type Kernel,
  type Plan,
} from '../plan/index.js';
import { columnText, eventResult, nodeResult, type IndicatorResult } from '../scoring/index.js';
import { ownOperations, type CountedSlot } from './own-operations.js';
import type { Preview, PreviewNode, WaitsFor } from './preview.js';

/** A plan over one region's store, run as often as what stands in the store changes. */
export interface OwnRun {
  readonly field: Field<Decimal>;
  /** What came of a node. */
  resultOf(node: string): IndicatorResult;
  compute(): {
    readonly indicators: readonly PreviewNode[];
    readonly totals: Pick<Preview, 'score' | 'bonus' | 'penalty' | 'events'>;
  };
}

/** Prepares a plan's own operations and what is read off their columns. */
export function createOwnRun(
  own: IndicatorSet,
  plan: Plan,
  store: FieldStore<Decimal>,
  memory: Memory,
): OwnRun {
  const field = fieldOver(plan, store, rememberFormulas(DECIMAL_KERNEL));
  const counted: CountedSlot = memory.slot<CountedSlot['current']>([]);
  const operations = ownOperations(plan, field, memory, counted);
  const nodes = [...own.nodes.values()];
  const slots = new Map<string, Slot<IndicatorResult | undefined>>(
    nodes.map(({ id }) => [id, memory.slot<IndicatorResult | undefined>(undefined)]),
  );
  const resultOf = (id: string): IndicatorResult => {
    const slot = slots.get(id);
    const found = slot === undefined ? undefined : memory.read(slot);
    if (found === undefined) throw new Error(`no result for ${id}`);
    return found;
  };
  const results = nodes.map((node) =>
    memory.remember(() => {
      const slot = slots.get(node.id);
      if (slot !== undefined) memory.write(slot, nodeResult(field, node, 0));
    }),
  );
  // What a block waits for follows from its parts: they stand behind it, and come before it here.
  const waits = new Map(nodes.map(({ id }) => [id, memory.slot<WaitsFor | null>(null)]));
  const waitOf = (id: string): WaitsFor | null => {
    const slot = waits.get(id);
    return slot === undefined ? null : memory.read(slot);
  };
  const waiting = [...nodes].reverse().map((node) =>
    memory.remember(() => {
      const slot = waits.get(node.id);
      const isPending = resultOf(node.id).status === 'pending';
      if (slot !== undefined) memory.write(slot, isPending ? waitsFor(field, node, waitOf) : null);
    }),
  );
  const shown = nodes.map((node) =>
    memory.remember(() => previewNode(node, resultOf(node.id), waitOf(node.id))),
  );
  const totals = memory.remember(() => ({
    score: columnText(field, columnOf.score, 0),
    bonus: columnText(field, columnOf.bonus, 0) ?? '0',
    penalty: columnText(field, columnOf.penalty, 0) ?? '0',
    events: memory.read(counted).map(eventResult),
  }));
  return {
    field,
    resultOf,
    compute() {
      for (const run of operations) run();
      for (const read of results) read();
      for (const wait of waiting) wait();
      return { indicators: shown.map((show) => show()), totals: totals() };
    },
  };
}

/** A plan's formulas are the same for every preview: they are prepared once. */
function rememberFormulas(kernel: Kernel<Decimal>): Kernel<Decimal> {
  const formulas = new WeakMap<object, ReturnType<Kernel<Decimal>['formula']>>();
  return {
    arithmetic: kernel.arithmetic,
    formula(expression, parameters) {
      const known = formulas.get(expression);
      if (known !== undefined) return known;
      const made = kernel.formula(expression, parameters);
      formulas.set(expression, made);
      return made;
    },
  };
}

function previewNode(
  node: IndicatorNode,
  { value, points, fullPoints, selfPoints, status }: IndicatorResult,
  wait: WaitsFor | null,
): PreviewNode {
  return {
    id: node.id,
    number: node.number,
    label: node.label,
    level: node.level,
    parent: node.parent ?? null,
    kind: node.kind === 'block' ? 'block' : node.marking === undefined ? 'rule' : 'marks',
    status,
    waitsFor: wait,
    value,
    points,
    fullPoints,
    selfPoints,
  };
}

/** What a block's parts wait for, in the order in which it comes. */
const ORDER: readonly WaitsFor[] = ['grant', 'marks', 'otherRegions'];

/** What something pending waits for. */
function waitsFor(
  field: Field<Decimal>,
  node: IndicatorNode,
  waitOf: (node: string) => WaitsFor | null,
): WaitsFor {
  if (node.kind === 'block') {
    const parts = node.children.map(waitOf);
    return ORDER.find((one) => parts.includes(one)) ?? 'marks';
  }
  if (node.marking !== undefined) {
    const asked = field.exemptions?.(node.id) ?? [];
    return asked.length === 0 ? 'marks' : 'grant';
  }
  const isComputed = field.column(columnOf.value(node.id))[0]?.status === 'present';
  const isCompared = field.has(columnOf.normalised(node.id));
  return isComputed && isCompared ? 'otherRegions' : 'grant';
}

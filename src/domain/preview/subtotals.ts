import type { IndicatorSet } from '../indicators/index.js';
import { decimalText, settle, ZERO, type Decimal } from '../kernel/decimal.js';
import type { Memory } from '../kernel/memory.js';
import { oncePerPair } from '../kernel/once-per-pair.js';
import { columnOf, type Field, type Plan, type ShareUnit } from '../plan/index.js';
import type { IndicatorResult } from '../scoring/index.js';
import type { PreviewSubtotals } from './preview.js';

type ResultOf = (node: string) => IndicatorResult;

/** In which subtotal a unit stands; undefined where it does not apply. */
type Standing = keyof PreviewSubtotals | undefined;

/**
 * Adds up what is computed, what only 自评 says, what is pending and what is missing. Units are
 * those of redistribution: a leaf, or a block that is no plain sum, whose parts do not add up.
 */
export function addSubtotals(
  set: IndicatorSet,
  field: Field<Decimal>,
  resultOf: ResultOf,
): PreviewSubtotals {
  const units = unitsOf(field.plan);
  const standings = units.map((unit) => standingOf(set, field, unit, resultOf));
  const parts = units.map((unit, index) => partOf(field, unit, standings[index], resultOf));
  return joined(addFullPoints(field, units, standings), addPoints(parts, standings));
}

/** The same, remembered: full points move only where a figure changes how an indicator stands. */
export function createSubtotals(
  set: IndicatorSet,
  field: Field<Decimal>,
  resultOf: ResultOf,
  memory: Memory,
): () => PreviewSubtotals {
  const units = unitsOf(field.plan);
  const slots = units.map(() => memory.slot<Standing>(undefined));
  const parts = units.map(() => memory.slot(ZERO));
  const stand = units.map((unit, index) =>
    memory.remember(() => {
      const [slot, part] = [slots[index], parts[index]];
      const standing = standingOf(set, field, unit, resultOf);
      if (slot !== undefined) memory.write(slot, standing);
      if (part !== undefined) memory.write(part, partOf(field, unit, standing, resultOf));
    }),
  );
  const standings = (): readonly Standing[] => slots.map((slot) => memory.read(slot));
  const full = memory.remember(() => addFullPoints(field, units, standings()));
  const points = memory.remember(() => {
    const now = parts.map((part) => memory.read(part));
    return addPoints(now, standings());
  });
  const joinOnce = oncePerPair(joined);
  return () => {
    for (const one of stand) one();
    return joinOnce(full(), points());
  };
}

/** A plan is never changed: its units are found once. */
const UNITS = new WeakMap<Plan, readonly ShareUnit[]>();

function unitsOf(plan: Plan): readonly ShareUnit[] {
  const known = UNITS.get(plan);
  if (known !== undefined) return known;
  const units = plan.operations.flatMap((one) => (one.op === 'redistribute' ? one.units : []));
  UNITS.set(plan, units);
  return units;
}

function standingOf(
  set: IndicatorSet,
  field: Field<Decimal>,
  { id }: ShareUnit,
  resultOf: ResultOf,
): Standing {
  const { status, selfPoints } = resultOf(id);
  if (fullOf(field, id) === undefined || status === 'notApplicable') return undefined;
  if (status === 'scored') return 'computed';
  const leaf = set.nodes.get(id);
  const isMarked = leaf?.kind === 'indicator' && leaf.marking !== undefined;
  if (isMarked && status === 'pending' && selfPoints !== null) return 'self';
  return status === 'pending' ? 'pending' : 'missing';
}

function fullOf(field: Field<Decimal>, id: string): Decimal | undefined {
  const [full] = field.column(columnOf.full(id));
  return full?.status === 'present' ? full.value : undefined;
}

type FullPoints = PreviewSubtotals['pending'];

function addFullPoints(
  field: Field<Decimal>,
  units: readonly ShareUnit[],
  standings: readonly Standing[],
): Readonly<Record<keyof PreviewSubtotals, FullPoints>> {
  const sumOf = (standing: keyof PreviewSubtotals): FullPoints => {
    const those = units.filter((_, index) => standings[index] === standing);
    const sum = those.reduce((full, { id }) => full.plus(fullOf(field, id) ?? ZERO), ZERO);
    return { fullPoints: textOf(sum), indicators: those.length };
  };
  return {
    computed: sumOf('computed'),
    self: sumOf('self'),
    pending: sumOf('pending'),
    missing: sumOf('missing'),
  };
}

/** What a unit adds to its subtotal. */
function partOf(
  field: Field<Decimal>,
  { id, fullPoints }: ShareUnit,
  standing: Standing,
  resultOf: ResultOf,
): Decimal {
  const from = (text: string): Decimal => field.arithmetic.from(text);
  if (standing === 'computed') return from(resultOf(id).points ?? '0');
  if (standing !== 'self') return ZERO;
  // As a mark would count: on the points that the indicator has after redistribution.
  const stated = from(resultOf(id).selfPoints ?? '0').times(fullOf(field, id) ?? ZERO);
  return stated.div(from(fullPoints));
}

function addPoints(
  parts: readonly Decimal[],
  standings: readonly Standing[],
): { readonly computed: string; readonly self: string } {
  let computed = ZERO;
  let self = ZERO;
  parts.forEach((part, index) => {
    if (standings[index] === 'computed') computed = computed.plus(part);
    else if (standings[index] === 'self') self = self.plus(part);
  });
  return { computed: textOf(computed), self: textOf(self) };
}

function joined(
  full: ReturnType<typeof addFullPoints>,
  points: ReturnType<typeof addPoints>,
): PreviewSubtotals {
  return {
    computed: { points: points.computed, ...full.computed },
    self: { points: points.self, ...full.self },
    pending: full.pending,
    missing: full.missing,
  };
}

function textOf(value: Decimal): string {
  return decimalText(settle(value));
}

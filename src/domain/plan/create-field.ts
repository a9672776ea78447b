import type { Cell } from '../kernel/status.js';
import type { FiledTarget, Mark, SubmittedValue } from '../metrics/year-data.js';
import {
  columnOf,
  type Field,
  type FieldStore,
  type FormulaColumns,
  type Kernel,
} from './field.js';
import type { RunInputs } from './inputs.js';
import type { Plan } from './plan.js';

/** An empty field: the plan's regions, the year's inputs, no columns yet. */
export function createField<N>(plan: Plan, inputs: RunInputs, kernel: Kernel<N>): Field<N> {
  return fieldOver(plan, storeOf(plan, inputs), kernel);
}

/** A field over what keeps its inputs and columns. */
export function fieldOver<N>(plan: Plan, store: FieldStore<N>, kernel: Kernel<N>): Field<N> {
  const index = new Map(plan.regions.map((region, position) => [region.id, position]));
  const each = <T>(make: () => T): T[] => plan.regions.map(make);
  const column = (name: string): readonly Cell<N>[] => {
    const found = store.find(name);
    if (found === undefined) throw new Error(`the plan reads column ${name} before it is there`);
    return found;
  };
  const cell = (name: string, position: number): Cell<N> => {
    const found = column(name)[position];
    if (found === undefined) throw new Error(`no region ${String(position)} in ${name}`);
    return found;
  };
  return {
    ...store,
    plan,
    kernel,
    arithmetic: kernel.arithmetic,
    indexOf: (region) => index.get(region),
    column,
    has: (name) => store.find(name) !== undefined,
    formula(expression) {
      const evaluate = kernel.formula(expression, plan.parameters);
      let position = 0;
      const at: FormulaColumns<N> = {
        metric: (id, yearsBack) => cell(columnOf.metric(id, yearsBack), position),
        target: (id) => cell(columnOf.target(id), position),
      };
      return (region) => {
        position = region;
        return evaluate(at);
      };
    },
    verdicts: {
      events: each(() => []),
      rank: each(() => undefined),
      groupRank: each(() => undefined),
      grade: each(() => undefined),
      gradeBeforeVeto: each(() => undefined),
      undecided: each(() => false),
      consequences: each(() => []),
    },
  };
}

/** A year's inputs by what they are asked for, and room for the columns. */
function storeOf<N>(plan: Plan, inputs: RunInputs): FieldStore<N> {
  const columns = new Map<string, readonly Cell<N>[]>();
  const submitted = new Map<string, SubmittedValue>(
    inputs.values.map((value) => [valueKey(value.region, value.metric, value.period), value]),
  );
  const filed = new Map<string, FiledTarget>(
    inputs.targets.map((target) => [`${target.region} ${target.metric}`, target]),
  );
  const marks = groupMarks(inputs.marks, plan);
  return {
    submitted: (region, metric, period) => submitted.get(valueKey(region, metric, period)),
    filed: (region, metric) => filed.get(`${region} ${metric}`),
    marks: (indicator) => marks.get(indicator) ?? plan.regions.map(() => []),
    exemptions: (indicator) =>
      (inputs.exemptions ?? []).filter((one) => one.indicator === indicator),
    events: () => inputs.events,
    history: () => inputs.history,
    decisions: () => inputs.decisions,
    find: (name) => columns.get(name),
    put: (name, cells) => void columns.set(name, cells),
    excluded: new Map<string, readonly boolean[]>(),
    divided: new Map<string, readonly boolean[]>(),
  };
}

function valueKey(region: string, metric: string, period: string): string {
  return `${region} ${metric} ${period}`;
}

function groupMarks(
  marks: readonly Mark[],
  { regions }: Plan,
): ReadonlyMap<string, readonly (readonly Mark[])[]> {
  const index = new Map(regions.map(({ id }, position) => [id, position]));
  const grouped = new Map<string, Mark[][]>();
  for (const mark of marks) {
    const position = index.get(mark.region);
    if (position === undefined) continue;
    const rows = grouped.get(mark.indicator) ?? regions.map(() => []);
    rows[position]?.push(mark);
    grouped.set(mark.indicator, rows);
  }
  return grouped;
}

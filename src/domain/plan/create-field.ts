import type { Cell } from '../kernel/status.js';
import type { Mark, SubmittedValue } from '../metrics/year-data.js';
import { columnOf, type Field, type FormulaColumns, type Kernel } from './field.js';
import type { RunInputs } from './inputs.js';
import type { Plan } from './plan.js';

/** An empty field: the plan's regions, the year's inputs, no columns yet. */
export function createField<N>(plan: Plan, inputs: RunInputs, kernel: Kernel<N>): Field<N> {
  const columns = new Map<string, readonly Cell<N>[]>();
  const index = new Map(plan.regions.map((region, position) => [region.id, position]));
  const submitted = new Map<string, SubmittedValue>(
    inputs.values.map((value) => [valueKey(value.region, value.metric, value.period), value]),
  );
  const marks = groupMarks(inputs.marks, index);
  const each = <T>(make: () => T): T[] => plan.regions.map(make);
  const column = (name: string): readonly Cell<N>[] => {
    const found = columns.get(name);
    if (found === undefined) throw new Error(`the plan reads column ${name} before it is there`);
    return found;
  };
  const cell = (name: string, position: number): Cell<N> => {
    const found = column(name)[position];
    if (found === undefined) throw new Error(`no region ${String(position)} in ${name}`);
    return found;
  };
  return {
    plan,
    kernel,
    arithmetic: kernel.arithmetic,
    inputs,
    indexOf: (region) => index.get(region),
    column,
    has: (name) => columns.has(name),
    put: (name, cells) => void columns.set(name, cells),
    submitted: (region, metric, period) => submitted.get(valueKey(region, metric, period)),
    marks: (indicator) => marks.get(indicator) ?? plan.regions.map(() => []),
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
    excluded: new Map(),
    divided: new Map(),
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

function valueKey(region: string, metric: string, period: string): string {
  return `${region} ${metric} ${period}`;
}

function groupMarks(
  marks: readonly Mark[],
  index: ReadonlyMap<string, number>,
): ReadonlyMap<string, readonly (readonly Mark[])[]> {
  const grouped = new Map<string, Mark[][]>();
  for (const mark of marks) {
    const position = index.get(mark.region);
    if (position === undefined) continue;
    const rows = grouped.get(mark.indicator) ?? Array.from(index, () => []);
    rows[position]?.push(mark);
    grouped.set(mark.indicator, rows);
  }
  return grouped;
}

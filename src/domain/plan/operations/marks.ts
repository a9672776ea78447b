import { sumOf, type Arithmetic } from '../../kernel/arithmetic.js';
import { compareText } from '../../kernel/fault.js';
import { NOT_APPLICABLE, PENDING, present, type Cell } from '../../kernel/status.js';
import type { Mark } from '../../metrics/year-data.js';
import { columnOf } from '../field.js';
import type { MarksOperation } from '../plan.js';
import type { OperationKind } from './operation-kind.js';

/**
 * 评分合成: the marks of stages and markers become points. A ruling on an appeal (复核) stands in
 * place of everything before it. A mark that was not given leaves the item pending: full points
 * are never assumed. What the set or the lead department says does not apply has none.
 */
export const marks: OperationKind<MarksOperation> = {
  scope: 'own',
  run(operation, field) {
    const given = field.marks(operation.indicator);
    const asked = field.exemptions?.(operation.indicator) ?? [];
    const exempt = asked.filter(({ status }) => status === 'granted');
    const fixed = new Set([...operation.notApplicable, ...exempt.map(({ region }) => region)]);
    field.put(
      columnOf.points(operation.indicator),
      field.plan.regions.map((region, index) => {
        if (fixed.has(region.id)) return NOT_APPLICABLE;
        const result = combineMarks(field.arithmetic, operation, given[index] ?? []);
        return result.status === 'present'
          ? present(field.arithmetic.settle(result.value))
          : result;
      }),
    );
  },
};

/** One region's marks of one indicator, combined as the set says. */
export function combineMarks<N>(
  a: Arithmetic<N>,
  operation: MarksOperation,
  all: readonly Mark[],
): Cell<N> {
  const ruling = all
    .filter((mark) => mark.stage === 'review')
    .sort((one, other) => compareText(one.date ?? '', other.date ?? ''))
    .at(-1);
  if (ruling !== undefined) return present(a.from(ruling.points));
  const department = combineStage(
    a,
    operation,
    all.filter((mark) => mark.stage === 'department'),
  );
  const visit = combineVisit(
    a,
    operation,
    all.filter((mark) => mark.stage === 'siteVisit'),
  );
  const shares = {
    department: a.from(operation.stages.department),
    visit: a.from(operation.stages.siteVisit),
  };
  const counts = (share: N): boolean => a.compare(share, a.zero) > 0;
  if (!counts(shares.visit)) return department;
  if (visit.status !== 'present') {
    return counts(shares.department) && operation.unvisited === 'department' ? department : PENDING;
  }
  if (!counts(shares.department)) return visit;
  if (department.status !== 'present') return PENDING;
  return present(
    a.add(a.multiply(department.value, shares.department), a.multiply(visit.value, shares.visit)),
  );
}

/**
 * On a site visit the assessment team marks, whoever leads the indicator: one sheet counts as it
 * is, several by their mean, or as the set says of raters.
 */
function combineVisit<N>(
  a: Arithmetic<N>,
  operation: MarksOperation,
  marks: readonly Mark[],
): Cell<N> {
  const all = { combine: 'mean', trim: 1, atLeast: 1 } as const;
  return combineRaters(a, operation.raters ?? all, marks);
}

function combineStage<N>(
  a: Arithmetic<N>,
  operation: MarksOperation,
  marks: readonly Mark[],
): Cell<N> {
  if (operation.raters !== null) return combineRaters(a, operation.raters, marks);
  const by = (department: string): N | undefined => {
    const mark = marks.find((one) => one.marker === department);
    return mark === undefined ? undefined : a.from(mark.points);
  };
  switch (operation.joint) {
    case 'lead': {
      // Where no lead is named, the one mark there is counts; among several none is picked.
      const lead =
        operation.lead === null
          ? marks.length === 1
            ? marks[0]
            : undefined
          : marks.find((mark) => mark.marker === operation.lead);
      return lead === undefined ? PENDING : present(a.from(lead.points));
    }
    case 'mean': {
      const departments = [...(operation.lead === null ? [] : [operation.lead]), ...operation.co];
      const given = departments.map(by);
      const values = given.filter((value) => value !== undefined);
      if (values.length === 0 || values.length < given.length) return PENDING;
      return present(a.divide(sumOf(a, values), a.from(String(values.length))));
    }
    case 'shares': {
      const parts = Object.entries(operation.shares).map(([department, share]) => {
        const value = by(department);
        return value === undefined ? undefined : a.multiply(value, a.from(share));
      });
      const values = parts.filter((part) => part !== undefined);
      return values.length < parts.length || values.length === 0
        ? PENDING
        : present(sumOf(a, values));
    }
  }
}

function combineRaters<N>(
  a: Arithmetic<N>,
  raters: NonNullable<MarksOperation['raters']>,
  marks: readonly Mark[],
): Cell<N> {
  const values = marks
    .map((mark) => a.from(mark.points))
    .sort((one, other) => a.compare(one, other));
  const kept =
    raters.combine === 'trimmedMean' && values.length > 2 * raters.trim
      ? values.slice(raters.trim, values.length - raters.trim)
      : values;
  if (values.length < raters.atLeast || kept.length === 0) return PENDING;
  return present(a.divide(sumOf(a, kept), a.from(String(kept.length))));
}

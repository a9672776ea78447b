import type { Indicator, IndicatorSet } from '../../indicators/index.js';
import { decimal } from '../../kernel/decimal.js';
import { indicatorsOf, type Mark } from '../../metrics/index.js';
import { ruleInWords, STATUS_WORDS } from '../../scoring/index.js';
import type { DocumentSource } from '../document-source.js';
import type {
  DepartmentIndicatorPart,
  DepartmentMarkPart,
  DepartmentSheetPart,
} from './department-mark.schema.js';
import { describeResults } from './describe-results.js';
import { markText } from './mark-text.js';
import type { IndicatorPart, RegionResultPart } from './result.schema.js';

/** Who answers for what no department leads. */
const NOBODY = '牵头单位待定';

/**
 * 部门评分: for every department that marks an indicator, or leads one that is computed, a sheet to be
 * signed and sealed. What was not marked is a blank.
 *
 * @param region the only region to be shown, or all of them
 */
export function describeDepartmentMarks(
  source: DocumentSource,
  region?: string,
): readonly DepartmentSheetPart[] {
  const { set, run } = source;
  const results = describeResults(set, run, region).toSorted((a, b) =>
    `${a.code} ${a.id}` < `${b.code} ${b.id}` ? -1 : 1,
  );
  const sheets = new Map<string, DepartmentIndicatorPart[]>();
  for (const leaf of indicatorsOf(set)) {
    for (const marker of markersOf(leaf)) {
      const part = indicatorPart(source, leaf, marker, results);
      sheets.set(marker, [...(sheets.get(marker) ?? []), part]);
    }
  }
  return [...sheets].toSorted(bySet(set)).map(([id, indicators], index): DepartmentSheetPart => {
    const blanks = indicators.flatMap(({ rows }) =>
      rows.filter(({ points, statusText }) => points === null && statusText === ''),
    );
    return {
      id,
      name: set.departments.get(id) ?? (id === '' ? NOBODY : id),
      sheet: String(index + 1),
      sheets: String(sheets.size),
      indicators,
      pending: blanks.length === 0 ? '' : String(blanks.length),
    };
  });
}

/** Departments in the set's own order; what nobody leads comes last. */
function bySet(
  set: IndicatorSet,
): (a: readonly [string, unknown], b: readonly [string, unknown]) => number {
  const order = [...set.departments.keys()];
  const place = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);
  return ([a], [b]) => place(a) - place(b);
}

/** The departments whose marks count, each its own; who leads where the points are computed. */
function markersOf(leaf: Indicator): readonly string[] {
  const lead = leaf.lead ?? '';
  const { marking } = leaf;
  if (!isMarkedByDepartments(leaf) || marking === undefined) return [lead];
  if (marking.joint === 'shares') return Object.keys(marking.shares);
  return marking.joint === 'mean' ? [...new Set([lead, ...leaf.co])] : [lead];
}

/** Persons who rate sign papers of their own; the department only answers for what comes of it. */
function isMarkedByDepartments({ marking }: Indicator): boolean {
  return marking !== undefined && marking.raters === undefined && marking.stages.department !== '0';
}

function indicatorPart(
  { set, run }: DocumentSource,
  leaf: Indicator,
  marker: string,
  results: readonly RegionResultPart[],
): DepartmentIndicatorPart {
  const isMarked = isMarkedByDepartments(leaf);
  const marks = run.field.marks(leaf.id);
  const said = markText(set);
  return {
    id: leaf.id,
    number: leaf.number,
    label: leaf.label,
    fullPoints: leaf.fullPoints,
    criterion: leaf.criterion ?? ruleInWords(set, leaf),
    isMarked,
    rows: results.map((region): DepartmentMarkPart => {
      const computed = region.indicators.find(({ id }) => id === leaf.id);
      const mark = (marks[run.field.indexOf(region.id) ?? -1] ?? []).find(
        (one) => one.stage === 'department' && one.marker === marker,
      );
      return {
        region: region.id,
        regionName: region.name,
        ...(isMarked
          ? marked(mark, computed?.statusText ?? '', said)
          : {
              basis: computed?.valueText ?? '',
              points: computed === undefined ? null : computedPoints(leaf, computed),
              statusText: computed?.statusText ?? '',
              reason: computed?.reason ?? '',
              date: '',
            }),
      };
    }),
  };
}

/** Points of what does not apply elsewhere may have moved here: then what they are out of is said. */
function computedPoints(leaf: Indicator, { points, fullPoints }: IndicatorPart): string | null {
  if (points === '') return null;
  const isMoved = !decimal(fullPoints).equals(decimal(leaf.fullPoints));
  return isMoved ? `${points}/${fullPoints}` : points;
}

/** What does not apply needs no mark; a mark that waits is a blank. */
function marked(
  mark: Mark | undefined,
  statusText: string,
  said: (points: string) => string,
): Omit<DepartmentMarkPart, 'region' | 'regionName'> {
  return {
    basis: mark?.evidence ?? '',
    points: mark === undefined ? null : said(mark.points),
    statusText: mark === undefined && statusText === STATUS_WORDS.notApplicable ? statusText : '',
    reason: mark?.reason ?? '',
    date: mark?.date ?? '',
  };
}

import { decimal, type Decimal } from '../kernel/decimal.js';
import type { Path } from '../kernel/fault.js';
import type { MarkingRule } from './indicator-set.js';
import type { Marking } from './rules.schema.js';
import { reportUnknown, type SetContext } from './set-context.js';

/** Who marks an indicator: the lead first, then the others. */
interface Markers {
  readonly id: string;
  readonly departments: readonly string[];
}

/** The rule for marks: the leaf's own words over the set's, over the defaults. */
export function normaliseMarking(
  context: SetContext,
  path: Path,
  own: Marking,
  full: Decimal,
  markers: Markers,
): MarkingRule {
  const marking = { ...context.input.marking, ...own };
  const rule: MarkingRule = {
    step: marking.step ?? '0.1',
    stages: {
      department: marking.stages?.department ?? (marking.stages === undefined ? '1' : '0'),
      siteVisit: marking.stages?.siteVisit ?? '0',
    },
    unvisited: marking.unvisited ?? 'department',
    joint: marking.joint ?? 'lead',
    shares: marking.shares ?? {},
    raters: marking.raters,
  };
  // A fault stands where its key was written: at the leaf, or where all leaves have it from.
  const at = (key: keyof Marking): Path =>
    own[key] === undefined && context.input.marking?.[key] !== undefined
      ? ['marking', key]
      : [...path, key];
  checkMarking(context, at, rule);
  const step = decimal(rule.step);
  if (!step.greaterThan(0) || !full.modulo(step).isZero()) {
    const where = own.step === undefined ? path : [...path, 'step'];
    const facts = { step: rule.step, full: full.toFixed() };
    context.reporter.fault('marking-step', where, facts, own.step === undefined ? 'key' : 'value');
  }
  checkMarkers(context, path, rule, markers);
  return rule;
}

/** What can be told of a rule for marks whatever the indicator. */
function checkMarking(
  { reporter, input }: SetContext,
  at: (key: keyof Marking) => Path,
  rule: MarkingRule,
): void {
  const sumIsOne = (texts: readonly string[]): boolean =>
    texts.reduce((sum, text) => sum.plus(decimal(text)), decimal(0)).equals(1) &&
    texts.every((text) => decimal(text).greaterThanOrEqualTo(0));
  if (!sumIsOne(Object.values(rule.stages))) {
    reporter.fault('marking-sum', at('stages'), { key: 'stages' });
  }
  if (rule.joint === 'shares' && !sumIsOne(Object.values(rule.shares))) {
    reporter.fault('marking-sum', at('shares'), { key: 'shares' });
  }
  const departments = Object.keys(input.departments ?? {});
  for (const department of Object.keys(rule.shares)) {
    if (departments.includes(department)) continue;
    const where = [...at('shares'), department];
    reportUnknown(reporter, 'marking-share-unknown', where, department, departments, 'key');
  }
  const { raters } = rule;
  if (raters?.combine === 'trimmedMean' && raters.atLeast <= 2 * raters.trim) {
    const facts = { trim: String(raters.trim), least: String(2 * raters.trim + 1) };
    reporter.fault('marking-trim', at('raters'), facts);
  }
}

/** Whether those who have to mark an indicator are there. */
function checkMarkers(
  { reporter, input }: SetContext,
  path: Path,
  rule: MarkingRule,
  { id, departments }: Markers,
): void {
  // Where several raters mark, the departments' parts do not count.
  if (rule.raters !== undefined) return;
  if (rule.joint === 'mean' && departments.length === 0) {
    reporter.fault('marking-nobody', path, { indicator: id }, 'key');
  }
  if (rule.joint !== 'shares') return;
  for (const outsider of Object.keys(rule.shares)) {
    if (departments.includes(outsider) || !Object.hasOwn(input.departments ?? {}, outsider)) {
      continue;
    }
    reporter.fault('marking-share-outsider', path, { id: outsider, indicator: id }, 'key');
  }
}

import {
  compileFormula,
  referencesOf,
  type FormulaParser,
  type ResolveName,
  type ValueType,
} from '../formula/index.js';
import { decimal, type Decimal } from '../kernel/decimal.js';
import type { Path } from '../kernel/fault.js';
import { nearestName } from '../kernel/nearest-name.js';
import type { Formula, Metric, Source } from './indicator-set.js';
import type { Reporter } from './reporter.js';
import type { SetFaultCode } from './set-fault-codes.js';
import type { SetInput } from './set.schema.js';

/** What every step of normalising needs. */
export interface SetContext {
  readonly input: SetInput;
  readonly reporter: Reporter;
  /** Compiles a formula that stands at a path; its faults are reported there. */
  formula(path: Path, text: string, wanted: ValueType): Formula | undefined;
}

/** Prepares the context: the names that this set's formulas may use. */
export function createContext(
  input: SetInput,
  parser: FormulaParser,
  reporter: Reporter,
): SetContext {
  const resolve = nameResolver(input);
  return {
    input,
    reporter,
    formula(path, text, wanted) {
      const compiled = compileFormula(text, resolve, parser);
      if (!compiled.ok) {
        reporter.formula(path, compiled.error);
        return undefined;
      }
      if (compiled.value.type !== wanted) {
        reporter.fault(wanted === 'truth' ? 'check-formula-type' : 'rule-value-not-number', path, {
          text,
        });
        return undefined;
      }
      reportTargets(input, reporter, path, compiled.value.expression);
      return { text, expression: compiled.value.expression };
    },
  };
}

/** A target can be read only where the set asks for it to be filed. */
function reportTargets(
  input: SetInput,
  reporter: Reporter,
  path: Path,
  expression: Formula['expression'],
): void {
  for (const reference of referencesOf(expression)) {
    if (reference.kind !== 'target') continue;
    if (input.metrics?.[reference.id]?.target === undefined) {
      reporter.fault('metric-target-missing', path, { id: reference.id });
    }
  }
}

function nameResolver(input: SetInput): ResolveName {
  const metrics = input.metrics ?? {};
  const parameters = input.parameters ?? {};
  const resolve: ResolveName = (id) => {
    if (Object.hasOwn(parameters, id)) return { kind: 'parameter' };
    const type = Object.hasOwn(metrics, id) ? metrics[id]?.type : undefined;
    if (!Object.hasOwn(metrics, id)) return undefined;
    return type === 'stated' || type === 'text' || type === 'level'
      ? { kind: 'forbidden', reason: type }
      : { kind: 'metric' };
  };
  return Object.assign(resolve, { known: [...Object.keys(metrics), ...Object.keys(parameters)] });
}

/** A source with its default: what says nothing rests on the set's own basis. */
export function sourceOf(source: Source | undefined): Source {
  return source ?? { kind: 'official' };
}

/** Metrics that a formula reads, computed ones unfolded, each once and in order. */
export function metricsRead(
  formula: Formula,
  metrics: ReadonlyMap<string, Metric>,
): readonly string[] {
  const seen = new Set<string>();
  const visit = (expression: Formula['expression']): void => {
    for (const reference of referencesOf(expression)) {
      if (reference.kind !== 'metric' || seen.has(reference.id)) continue;
      seen.add(reference.id);
      const inner = metrics.get(reference.id)?.formula;
      if (inner !== undefined) visit(inner.expression);
    }
  };
  visit(formula.expression);
  return [...seen];
}

/** Reports a decimal that has to be more than nought; tells whether it is. */
export function isPositive(context: SetContext, path: Path, text: string): boolean {
  const positive = decimal(text).greaterThan(0);
  if (!positive) {
    context.reporter.fault('rule-not-positive', path, { key: String(path.at(-1)), value: text });
  }
  return positive;
}

/** Reports an id that names nothing, with the nearest that does. */
export function reportUnknown(
  reporter: Reporter,
  code: SetFaultCode,
  path: Path,
  id: string,
  known: Iterable<string>,
  part: 'key' | 'value' = 'value',
): void {
  const near = nearestName(id, known);
  reporter.fault(code, path, { id, ...(near === undefined ? {} : { near }) }, part);
}

/** Reports a decimal below nought: caps, tolerances and the like are written as they are read. */
export function checkNotNegative(
  { reporter }: SetContext,
  path: Path,
  text: string | undefined,
): void {
  if (text === undefined || decimal(text).greaterThanOrEqualTo(0)) return;
  const facts = { key: String(path.at(-1)), value: text, least: '0' };
  reporter.fault('set-number-outside', path, facts);
}

/** Reports points outside 0 to full points. */
export function checkPoints(context: SetContext, path: Path, text: string, full: Decimal): void {
  const points = decimal(text);
  if (points.lessThan(0) || points.greaterThan(full)) {
    context.reporter.fault('rule-points-outside', path, { value: text, full: full.toFixed() });
  }
}

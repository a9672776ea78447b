import { ZERO } from '../kernel/decimal.js';
import { nearestName } from '../kernel/nearest-name.js';
import { buildCall, limitFault } from './build-call.js';
import type { Built, Building } from './built.js';
import { formulaFault } from './formula-fault.js';
import { MAX_PLACES, MAX_YEARS_BACK } from './limits.js';
import { referencesOf } from './references-of.js';
import { shiftYears } from './shift-years.js';
import type { SyntaxTree } from './syntax-tree.js';
import { WRITTEN_FUNCTIONS } from './written-functions.js';

type Call = Extract<SyntaxTree, { kind: 'call' }>;
type Build = (building: Building, tree: SyntaxTree) => Built | undefined;

/** Builds a function call as it is written: `round(x)`, `previous(x)`, `growth(x)`, `target(x)`. */
export function buildWrittenCall(building: Building, call: Call, build: Build): Built | undefined {
  const written = WRITTEN_FUNCTIONS.get(call.name);
  const { name, column } = call;
  if (written === undefined) {
    const nearest = nearestName(name, WRITTEN_FUNCTIONS.keys()) ?? '';
    building.faults.push(formulaFault('formula-unknown-function', column, { name, nearest }));
    for (const argument of call.arguments) build(building, argument);
    return undefined;
  }
  const given = call.arguments.length;
  const [first, second] = call.arguments;
  if (given < written.least || given > written.most || first === undefined) {
    const facts = { name, given, least: written.least, most: written.most };
    building.faults.push(formulaFault('formula-arity', column, facts));
    return undefined;
  }
  switch (written.name) {
    case 'target':
      return buildTarget(building, call, first, build);
    case 'growth': {
      const now = build(building, first);
      const before = now && earlier(building, name, now, 1);
      return now && before && buildCall(building, 'growth', column, [now, before]);
    }
    case 'previous': {
      const now = build(building, first);
      const years = second === undefined ? 1 : literal(building, call, second, 1, MAX_YEARS_BACK);
      const before = now && years && earlier(building, name, now, years);
      return before ? { ...before, column } : undefined;
    }
    case 'round': {
      const value = build(building, first);
      const places = second === undefined ? 0 : literal(building, call, second, 0, MAX_PLACES);
      if (value === undefined || places === undefined) return undefined;
      return buildCall(building, 'round', column, [value, wholeNumber(places, column)]);
    }
    default: {
      const operands = call.arguments.map((argument) => build(building, argument));
      const built = operands.filter((operand) => operand !== undefined);
      return built.length === given ? buildCall(building, written.name, column, built) : undefined;
    }
  }
}

/** A target is filed for one metric: nothing else can stand in the parentheses. */
function buildTarget(building: Building, call: Call, of: SyntaxTree, build: Build) {
  const metric = of.kind === 'name' ? build(building, of)?.expression : undefined;
  if (metric?.kind === 'metric') {
    const expression = { kind: 'target', id: metric.id } as const;
    return {
      expression,
      type: 'number',
      column: call.column,
      depth: 1,
      size: 1,
      constant: undefined,
    } as const;
  }
  // An unknown name has been told already.
  if (of.kind !== 'name' || metric !== undefined) {
    building.faults.push(formulaFault('formula-metric-wanted', of.column, { name: call.name }));
  }
  return undefined;
}

/** A part of the formula as it was so many years before. */
function earlier(building: Building, name: string, now: Built, years: number): Built | undefined {
  const references = referencesOf(now.expression);
  const metrics = references.filter(({ kind }) => kind === 'metric');
  const furthest = Math.max(...metrics.map(({ yearsBack }) => yearsBack)) + years;
  const column = now.column;
  if (references.some(({ kind }) => kind === 'target')) {
    building.faults.push(formulaFault('formula-target-earlier', column, { name }));
  } else if (metrics.length === 0) {
    building.faults.push(formulaFault('formula-metric-wanted', column, { name }));
  } else if (furthest > MAX_YEARS_BACK) {
    building.faults.push(formulaFault('formula-years-back', column, { limit: MAX_YEARS_BACK }));
  } else if (now.type !== 'number') {
    building.faults.push(formulaFault('formula-number-wanted', column, { name }));
  } else {
    const fault = limitFault(column, now.depth, 2 * now.size);
    if (fault === undefined) return { ...now, expression: shiftYears(now.expression, years) };
    building.faults.push(fault);
  }
  return undefined;
}

/** A whole number that must be written out, for it is part of the formula's meaning. */
function literal(
  building: Building,
  call: Call,
  tree: SyntaxTree,
  least: number,
  most: number,
): number | undefined {
  const value = tree.kind === 'number' ? Number(tree.text) : Number.NaN;
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  const facts = { name: call.name, least, most };
  building.faults.push(formulaFault('formula-literal-wanted', tree.column, facts));
  return undefined;
}

function wholeNumber(value: number, column: number): Built {
  const constant = ZERO.plus(value);
  const expression = { kind: 'number', text: String(value) } as const;
  return { expression, type: 'number', column, depth: 1, size: 1, constant };
}

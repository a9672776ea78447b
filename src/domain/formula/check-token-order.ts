import { formulaFault, type FormulaFault } from './formula-fault.js';
import { MAX_DEPTH, MAX_FAULTS } from './limits.js';
import { COMPARISONS, type Token } from './token.js';

/** An open parenthesis, or the formula itself. */
interface Level {
  readonly opener: Token | undefined;
  readonly isCall: boolean;
  /** Signs, `not` and `^` whose right side is still open: each nests one deeper. */
  pending: number;
  hasComparison: boolean;
}

/**
 * Checks that operands and operators alternate, that parentheses match, that commas stand only
 * between arguments, that no comparisons are chained and that nothing is nested too deep. What
 * passes is safe to hand to a parser: it cannot read one name behind another as a product.
 */
export function checkTokenOrder(tokens: readonly Token[]): readonly FormulaFault[] {
  const faults: FormulaFault[] = [];
  const levels: Level[] = [newLevel(undefined, false)];
  let previous: Token | undefined;
  for (const token of tokens) {
    const level = levels.at(-1) ?? newLevel(undefined, false);
    const fault =
      orderFault(level, previous, token) ??
      levelFault(level, token) ??
      openLevel(levels, previous, token);
    if (fault !== undefined) faults.push(fault);
    // Depth guards the parser's own recursion: nothing after it is worth reading.
    if (faults.length >= MAX_FAULTS || fault?.code === 'formula-too-deep') return faults;
    if (token.kind === 'close' && levels.length > 1) levels.pop();
    previous = token;
  }
  return [...faults, ...endFaults(levels, previous)];
}

function newLevel(opener: Token | undefined, isCall: boolean): Level {
  return { opener, isCall, pending: 0, hasComparison: false };
}

/** Whether a value has just ended, so that an operator must follow. */
function endsOperand(token: Token | undefined): boolean {
  return token?.kind === 'number' || token?.kind === 'name' || token?.kind === 'close';
}

function isPrefix(previous: Token | undefined, token: Token): boolean {
  return token.text === 'not' || (token.text === '-' && !endsOperand(previous));
}

function orderFault(
  level: Level,
  previous: Token | undefined,
  token: Token,
): FormulaFault | undefined {
  const { column } = token;
  const after = endsOperand(previous);
  const facts = { text: token.text, before: previous?.text ?? '' };
  if (token.kind === 'number' || token.kind === 'name' || token.text === 'not') {
    return after ? formulaFault('formula-missing-operator', column, facts) : undefined;
  }
  if (token.kind === 'open') {
    const starts = !after || previous?.kind === 'name';
    return starts ? undefined : formulaFault('formula-missing-operator', column, facts);
  }
  // `f()` is a matter of how many arguments f wants, not of order.
  if (after || isPrefix(previous, token)) return undefined;
  if (token.kind === 'close' && previous?.kind === 'open' && level.isCall) return undefined;
  return formulaFault('formula-missing-operand', column, facts);
}

/** What the parentheses around a token make of it. */
function levelFault(level: Level, token: Token): FormulaFault | undefined {
  const { column, text } = token;
  if (token.kind === 'close' && level.opener === undefined) {
    return formulaFault('formula-parenthesis', column, { text });
  }
  if (token.kind === 'comma') {
    Object.assign(level, { pending: 0, hasComparison: false });
    return level.isCall ? undefined : formulaFault('formula-comma', column);
  }
  if (text === 'and' || text === 'or') level.hasComparison = false;
  if (!COMPARISONS.has(text)) return undefined;
  const chained = level.hasComparison;
  level.hasComparison = true;
  return chained ? formulaFault('formula-chained-comparison', column, { text }) : undefined;
}

/** Counts how deep the tokens nest, and opens a level at a parenthesis. */
function openLevel(
  levels: Level[],
  previous: Token | undefined,
  token: Token,
): FormulaFault | undefined {
  const level = levels.at(-1);
  if (level === undefined) return undefined;
  if (token.kind === 'open') levels.push(newLevel(token, previous?.kind === 'name'));
  else if (token.text === '^' || isPrefix(previous, token)) level.pending += 1;
  else if (token.kind === 'operator') level.pending = 0;
  const depth = levels.reduce((sum, { pending }) => sum + pending, levels.length - 1);
  return depth > MAX_DEPTH
    ? formulaFault('formula-too-deep', token.column, { limit: MAX_DEPTH })
    : undefined;
}

function endFaults(levels: readonly Level[], last: Token | undefined): readonly FormulaFault[] {
  const open = levels
    .flatMap(({ opener }) => (opener === undefined ? [] : [opener]))
    .map(({ column, text }) => formulaFault('formula-parenthesis', column, { text }));
  if (last === undefined || last.kind === 'close' || endsOperand(last)) return open;
  const { column, text } = last;
  return [
    ...(last.kind === 'open' ? [] : [formulaFault('formula-missing-operand', column, { text })]),
    ...open,
  ];
}

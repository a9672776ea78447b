import { shiftYears, type Expression } from '../../formula/index.js';
import {
  decimal,
  printDecimal,
  roundHalfUp,
  truncated,
  type Decimal,
} from '../../kernel/decimal.js';
import type { Finding } from '../year-data.js';
import { checkFinding, type CheckContext, type CheckOf } from './check-context.js';

/** Decimals of the computed rate in a finding: enough to see how it was rounded. */
const SHOWN_PLACES = 6;

/**
 * 填报的比率与个数: a stated rate against the one that follows from the counts. Without a
 * tolerance the computed rate is rounded half up to as many decimals as were printed.
 */
export function checkStatedRate(
  check: CheckOf<'statedRate'>,
  context: CheckContext,
): readonly Finding[] {
  const { stated: metric, computed: formula, tolerance } = check.rule;
  const expression = unfolded(formula.expression, context);
  return context.rows.flatMap((region) => {
    const text = context.values.text(region, metric, 0);
    if (text === undefined) return [];
    const computed = context.values.evaluate(expression, region);
    if (computed.status === 'undefined') {
      const code = 'data-stated-rate-without-counts';
      return checkFinding(context, check, { code, region, metric, facts: { stated: text } });
    }
    if (computed.status !== 'present') return [];
    const facts = differenceFacts(text, computed.value, tolerance);
    if (facts === undefined) return [];
    return checkFinding(context, check, {
      code: 'data-stated-rate-differs',
      region,
      metric,
      facts,
    });
  });
}

/** A computed metric's own formula: what it divided by nought would otherwise read as missing. */
function unfolded(expression: Expression, context: CheckContext): Expression {
  if (expression.kind !== 'metric') return expression;
  const formula = context.set.metrics.get(expression.id)?.formula;
  if (formula === undefined) return expression;
  return unfolded(shiftYears(formula.expression, expression.yearsBack), context);
}

function differenceFacts(
  text: string,
  computed: Decimal,
  tolerance: string | undefined,
): Readonly<Record<string, string>> | undefined {
  const stated = decimal(text);
  const places = text.split('.')[1]?.length ?? 0;
  const rounded = roundHalfUp(computed, places);
  const agrees =
    tolerance === undefined
      ? rounded.equals(stated)
      : computed.minus(stated).abs().lessThanOrEqualTo(decimal(tolerance));
  if (agrees) return undefined;
  return {
    stated: text,
    computed: printDecimal(computed, SHOWN_PLACES),
    rounded: rounded.toFixed(places),
    places: String(places),
    truncated: truncated(computed, places).equals(stated) ? 'yes' : 'no',
    ...(tolerance === undefined ? {} : { tolerance }),
  };
}

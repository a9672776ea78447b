import { decimal } from '../../kernel/decimal.js';
import {
  readableNumber,
  STATUS_WORDS,
  type DerivationStep,
  type IndicatorDerivation,
} from '../../scoring/index.js';
import type { DerivedIndicatorPart } from '../kinds/derivation.schema.js';

type StepPart = DerivedIndicatorPart['steps'][number];

/** One indicator's derivation in ready texts. */
export function describeIndicator(one: IndicatorDerivation): DerivedIndicatorPart {
  return {
    id: one.id,
    number: one.number,
    label: one.label,
    fullPoints: readableNumber(decimal(one.fullPoints)),
    points: one.points === null ? '—' : readableNumber(decimal(one.points)),
    statusText: one.status === 'scored' ? '' : STATUS_WORDS[one.status],
    lead: one.lead ?? '',
    clause: one.clauses.join(''),
    source: one.source ?? '',
    inputs: one.inputs.map(({ label, period, value, source, verifier }) => ({
      ...{ label, period, value },
      source: source ?? '',
      verifier: verifier ?? '',
    })),
    steps: one.steps.map(describeStep),
  };
}

/** A step in ready texts. */
export function describeStep({ words, numbers, result }: DerivationStep): StepPart {
  return { words, numbers: numbers ?? '', result: result ?? '' };
}

import { canonicalJson, toPlain, type Plain } from '../kernel/canonical-json.js';
import type { Plan, RunInputs } from '../plan/index.js';
import type { RegionResult } from './run.js';

/**
 * The text whose SHA-256 is the run hash: what was computed, from what, by which arithmetic. It
 * holds no label, path, time, file name or provenance, so that the same year from YAML, CSV or a
 * workbook has one hash.
 */
export function runText(
  engine: string,
  plan: Plan,
  inputs: RunInputs,
  results: readonly RegionResult[],
): string {
  return canonicalJson({
    engine,
    plan: toPlain(plan),
    inputs: inputsText(inputs),
    results: toPlain([...results].sort((a, b) => (a.id < b.id ? -1 : 1))),
  });
}

function inputsText(inputs: RunInputs): Plain {
  return {
    values: inputs.values.map(({ region, metric, period, status, text }) => ({
      region,
      metric,
      period,
      status,
      text,
    })),
    marks: inputs.marks.map(({ region, indicator, stage, marker, points }) => ({
      region,
      indicator,
      stage,
      marker,
      points,
    })),
    events: inputs.events.map(({ id, kind, region, level, matter, share, occurred, found }) => ({
      id,
      kind,
      region,
      level,
      matter,
      share,
      occurred,
      found,
    })),
    targets: inputs.targets.map(({ region, metric, value }) => ({ region, metric, value })),
    history: inputs.history.map(({ region, period, grade, rank, score }) => ({
      region,
      period,
      grade,
      rank,
      score,
    })),
    decisions: inputs.decisions.map(({ regions }) => regions),
  };
}

/** The text whose SHA-256 tells where the data came from: sources, verifiers, reasons. */
export function sourceText(inputs: RunInputs): string {
  return canonicalJson({
    values: inputs.values.map(({ region, metric, period, reason, provenance }) => ({
      region,
      metric,
      period,
      reason,
      source: provenance.source,
      verifier: provenance.verifier,
    })),
    marks: inputs.marks.map(({ region, indicator, stage, marker, reason, evidence, date }) => ({
      region,
      indicator,
      stage,
      marker,
      reason,
      evidence,
      date,
    })),
    events: inputs.events.map(({ id, region, authority, document, summary }) => ({
      id,
      region,
      authority,
      document,
      summary,
    })),
    decisions: inputs.decisions.map(({ document, reason }) => ({ document, reason })),
  });
}

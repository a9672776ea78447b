import {
  canonicalJson,
  CanonicalList,
  toPlain,
  type Hashable,
  type Plain,
} from '../kernel/canonical-json.js';
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

function inputsText(inputs: RunInputs): Hashable {
  return {
    values: sorted(inputs.values, ({ region, metric, period, status, text }) => ({
      region,
      metric,
      period,
      status,
      text,
    })),
    marks: sorted(inputs.marks, ({ region, indicator, stage, marker, points, date }) => ({
      region,
      indicator,
      stage,
      marker,
      points,
      // Of several rulings the latest counts; no other date decides anything.
      date: stage === 'review' ? date : undefined,
    })),
    events: sorted(
      inputs.events,
      ({ id, kind, region, level, matter, share, occurred, found }) => ({
        id,
        kind,
        region,
        level,
        matter,
        share,
        occurred,
        found,
      }),
    ),
    targets: sorted(inputs.targets, ({ region, metric, value }) => ({ region, metric, value })),
    history: sorted(inputs.history, ({ region, period, grade, rank, score }) => ({
      region,
      period,
      grade,
      rank,
      score,
    })),
    decisions: sorted(inputs.decisions, ({ regions }) => regions),
    ...(inputs.exemptions === undefined
      ? {}
      : {
          exemptions: sorted(inputs.exemptions, ({ region, indicator, status }) => ({
            region,
            indicator,
            status,
          })),
        }),
  };
}

/** What is hashed of each item, in an order that the files have no part in. */
function sorted<T>(items: readonly T[], hashed: (item: T) => Plain): CanonicalList {
  return new CanonicalList(items.map(hashed));
}

/** The text whose SHA-256 tells where the data came from: sources, verifiers, reasons. */
export function sourceText(inputs: RunInputs): string {
  return canonicalJson({
    values: sorted(inputs.values, ({ region, metric, period, reason, provenance }) => ({
      region,
      metric,
      period,
      reason,
      source: provenance.source,
      verifier: provenance.verifier,
      issuer: provenance.publication?.issuer,
      document: provenance.publication?.document,
      date: provenance.publication?.date,
      sample: provenance.publication?.sample,
    })),
    marks: sorted(inputs.marks, ({ region, indicator, stage, marker, reason, evidence, date }) => ({
      region,
      indicator,
      stage,
      marker,
      reason,
      evidence,
      date,
    })),
    events: sorted(inputs.events, ({ id, region, authority, document, summary }) => ({
      id,
      region,
      authority,
      document,
      summary,
    })),
    targets: sorted(inputs.targets, ({ region, metric, provenance }) => ({
      region,
      metric,
      source: provenance.source,
      verifier: provenance.verifier,
    })),
    decisions: sorted(inputs.decisions, ({ document, reason }) => ({ document, reason })),
    ...(inputs.exemptions === undefined
      ? {}
      : {
          exemptions: sorted(
            inputs.exemptions,
            ({ region, indicator, status, by, reason, date }) => ({
              region,
              indicator,
              status,
              by,
              reason,
              date,
            }),
          ),
        }),
  });
}

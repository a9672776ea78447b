import { createHash } from 'node:crypto';
import { loadFormulaParser } from '../../../src/adapters/mathjs/load-formula-parser.js';
import { parseLocatedYaml } from '../../../src/adapters/yaml/located-yaml.js';
import { readSet, type IndicatorSet } from '../../../src/domain/indicators/index.js';
import type { Fault, LocatedDocument } from '../../../src/domain/kernel/fault.js';
import type { Result } from '../../../src/domain/kernel/result.js';
import type {
  EventRecord,
  Mark,
  PastResult,
  Provenance,
  SubmittedValue,
  TieDecision,
  YearData,
} from '../../../src/domain/metrics/year-data.js';
import { scoreYear, type RegionResult, type Run } from '../../../src/domain/scoring/index.js';

const parser = await loadFormulaParser();

const HEADER = `language: 1
id: test
version: 1.0.0
title: 测试用指标体系
status: draft
year: 2024
window: { from: 2024-01-01, to: 2024-12-31 }
`;

/** Four regions without groups. */
export const FOUR_REGIONS = `regions:
  a: { name: 甲市 }
  b: { name: 乙州 }
  c: { name: 丙州 }
  d: { name: 丁州 }
`;

/** Reads a set from what differs from the usual heading; its faults would be the test's own. */
export function setOf(yaml: string, regions = FOUR_REGIONS): IndicatorSet {
  const read = readSet(
    {
      set: document(HEADER + yaml, 'set.yaml'),
      regions: document(regions, 'regions.yaml'),
      base: undefined,
    },
    parser,
  );
  return must(read).set;
}

function document(text: string, file: string): LocatedDocument {
  return must(parseLocatedYaml(text, file));
}

function must<T>(result: Result<T, readonly Fault[]>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error, null, 1));
  return result.value;
}

/** As a test writes a value: a number or its text, a level, `n/a` granted, `pending` asked for. */
export type Written = string | number;
type Values = Readonly<Record<string, Readonly<Record<string, Written>>>>;

/** A year's data as a test writes them: by region, then by metric. */
export interface WrittenData {
  readonly values?: Values;
  readonly previous?: Values;
  /** By period, for looking further back. */
  readonly earlier?: Readonly<Record<string, Values>>;
  readonly marks?: readonly Mark[];
  readonly events?: readonly EventRecord[];
  readonly targets?: Values;
  readonly history?: readonly PastResult[];
  /** Orders of regions among equals. */
  readonly decisions?: readonly (readonly string[])[];
}

const PLACE = { file: 'data.yaml', line: 1, column: 1 };

function provenance(): Provenance {
  return { source: '统计公报', verifier: '省局', place: PLACE };
}

/** The year's data, in the order in which the reader sorts them. */
export function dataOf(written: WrittenData): YearData {
  const submitted = (values: Values | undefined, period: string): readonly SubmittedValue[] =>
    Object.entries(values ?? {}).flatMap(([region, metrics]) =>
      Object.entries(metrics).map(([metric, value]): SubmittedValue => {
        const status =
          value === 'n/a' ? 'notApplicable' : value === 'pending' ? 'pending' : 'present';
        return {
          region,
          metric,
          period,
          status,
          text: status === 'present' ? String(value) : '',
          reason: undefined,
          provenance: provenance(),
        };
      }),
    );
  const key = ({ region, metric, period }: SubmittedValue): string =>
    `${region} ${metric} ${period}`;
  return {
    period: '2024',
    values: [
      ...submitted(written.values, '2024'),
      ...submitted(written.previous, '2023'),
      ...Object.entries(written.earlier ?? {}).flatMap(([period, values]) =>
        submitted(values, period),
      ),
    ].sort((one, other) => (key(one) < key(other) ? -1 : 1)),
    marks: written.marks ?? [],
    events: written.events ?? [],
    targets: Object.entries(written.targets ?? {}).flatMap(([region, metrics]) =>
      Object.entries(metrics).map(([metric, value]) => ({
        region,
        metric,
        value: String(value),
        provenance: provenance(),
      })),
    ),
    history: written.history ?? [],
    decisions: (written.decisions ?? []).map((regions): TieDecision => ({
      regions,
      document: '省政府常务会议纪要',
      reason: '同分',
      place: PLACE,
    })),
  };
}

/** A mark of region and indicator: `mark('a', 'plan', 'department', 'zjj', 8.5)`. */
export function mark(
  region: string,
  indicator: string,
  stage: Mark['stage'],
  marker: string,
  points: Written,
  date?: string,
): Mark {
  return {
    region,
    indicator,
    stage,
    marker,
    points: String(points),
    reason: undefined,
    evidence: undefined,
    date,
    place: PLACE,
  };
}

let events = 0;

/** An event of the register; a matter of its own unless told otherwise. */
export function event(
  region: string,
  kind: string,
  given: Partial<Omit<EventRecord, 'region' | 'kind' | 'place'>> = {},
): EventRecord {
  events += 1;
  const id = given.id ?? `e${String(events).padStart(4, '0')}`;
  return {
    id,
    kind,
    region,
    level: undefined,
    matter: id,
    share: '1',
    occurred: '2024-06-01',
    found: undefined,
    authority: undefined,
    document: undefined,
    summary: undefined,
    place: PLACE,
    ...given,
  };
}

/** An earlier year's result. */
export function past(
  region: string,
  period: string,
  result: { readonly grade?: string; readonly rank?: number },
): PastResult {
  return {
    region,
    period,
    grade: result.grade,
    rank: result.rank,
    score: undefined,
    place: PLACE,
  };
}

/** SHA-256 as the composition root hands it to the domain. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** Scores a set and data as a test writes them. */
export function score(set: IndicatorSet | string, written: WrittenData): Run {
  return scoreYear(typeof set === 'string' ? setOf(set) : set, dataOf(written), sha256);
}

/** One region's result. */
export function resultOf(run: Run, region: string): RegionResult {
  const found = run.regions.find((one) => one.id === region);
  if (found === undefined) throw new Error(`no region ${region}`);
  return found;
}

/** What every region got for one thing, by region. */
export function byRegion<T>(run: Run, pick: (result: RegionResult) => T): Record<string, T> {
  return Object.fromEntries(
    [...run.regions]
      .sort((one, other) => (one.id < other.id ? -1 : 1))
      .map((one) => [one.id, pick(one)]),
  );
}

/** An indicator's points by region, or its status where it has none. */
export function pointsOf(run: Run, indicator: string): Record<string, string> {
  return byRegion(run, ({ indicators, blocks }) => {
    const result = indicators[indicator] ?? blocks[indicator];
    return result?.points ?? result?.status ?? 'absent';
  });
}

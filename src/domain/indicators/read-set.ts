import type { FormulaParser } from '../formula/index.js';
import { compareFaults, type Fault, type LocatedDocument } from '../kernel/fault.js';
import { failure, success, type Result } from '../kernel/result.js';
import { deriveSet } from './derive.js';
import type { IndicatorSet } from './indicator-set.js';
import { normaliseChecks } from './normalise-checks.js';
import { normaliseAdjustments, normaliseEvents } from './normalise-events.js';
import {
  checkGroups,
  normaliseConsequences,
  normaliseGrading,
  normaliseRanking,
} from './normalise-grading.js';
import { normaliseMetrics, normaliseParameters } from './normalise-metrics.js';
import { normaliseTree } from './normalise-nodes.js';
import { normaliseRegions } from './normalise-regions.js';
import { readSoundParts } from './read-sound-parts.js';
import { regionsSchema } from './regions.schema.js';
import { createReporter, type Reporter } from './reporter.js';
import type { FileSchema } from './schema-lookup.schema.js';
import { createContext, sourceOf, type SetContext } from './set-context.js';
import { setSchema, type SetInput } from './set.schema.js';

/** The files of one set: its own, and its base's where it is derived. */
export interface SetSources {
  readonly set: LocatedDocument;
  readonly regions: LocatedDocument | undefined;
  readonly base: SetSources | undefined;
}

/** A sound set, with what is allowed and still worth a look. */
export interface SoundSet {
  readonly set: IndicatorSet;
  readonly warnings: readonly Fault[];
}

/**
 * Reads an indicator set: shape, derivation, defaults, references, formulas, and every check that
 * needs no data. All faults are found at once.
 *
 * @returns the normalised set, or all faults in the order of the files
 */
export function readSet(
  sources: SetSources,
  parser: FormulaParser,
): Result<SoundSet, readonly Fault[]> {
  const files = chain(sources);
  const setReporter = createReporter(files.map((file) => file.set));
  const input = mergedInput(sources, setReporter);
  const regionsFile = files.map((file) => file.regions).find((file) => file !== undefined);
  const regionsReporter = createReporter([regionsFile ?? sources.set]);
  const regionsInput =
    regionsFile === undefined
      ? undefined
      : readParts(regionsSchema, regionsFile, regionsReporter, {});
  if (regionsFile === undefined) regionsReporter.fault('region-none', [], { date: '' });

  const faults = (): readonly Fault[] =>
    [...setReporter.faults, ...regionsReporter.faults].sort(compareFaults);
  if (input === undefined || regionsInput === undefined) return failure(faults());

  const regions = normaliseRegions(regionsInput, input.window.to, regionsReporter);
  const set = normaliseSet(createContext(input, parser, setReporter), regions);
  const found = faults();
  return found.length > 0
    ? failure(found)
    : success({ set, warnings: [...setReporter.warnings].sort(compareFaults) });
}

/** What a set cannot do without, where its own is wrong: as good as any to find other faults. */
const FALLBACKS: Partial<SetInput> = {
  language: 1,
  id: 'unreadable',
  version: '0.0.0',
  title: '未读出',
  status: 'draft',
  year: '9999',
  window: { from: '9999-01-01', to: '9999-12-31' },
};

function readParts<T>(
  schema: FileSchema<T>,
  document: LocatedDocument,
  reporter: Reporter,
  fallbacks: Partial<SetInput>,
): T | undefined {
  const { value, lost } = readSoundParts(schema, document, reporter, fallbacks);
  reporter.forgive(lost);
  return value;
}

function chain(sources: SetSources): readonly SetSources[] {
  return [sources, ...(sources.base === undefined ? [] : chain(sources.base))];
}

function mergedInput(sources: SetSources, reporter: Reporter): SetInput | undefined {
  const own = readParts(setSchema, sources.set, reporter, FALLBACKS);
  if (sources.base === undefined) {
    // Nothing to derive from; what it would remove is told apart from what it forgets.
    return own === undefined || own.extends !== undefined ? own : deriveSet({}, own, reporter);
  }
  const base = mergedInput(sources.base, reporter);
  if (own === undefined || base === undefined) return undefined;
  const wanted = own.extends;
  if (wanted !== undefined && (base.id !== wanted.id || base.version !== wanted.version)) {
    reporter.fault('set-base-differs', ['extends'], {
      wanted: `${wanted.id} ${wanted.version}`,
      found: `${base.id} ${base.version}`,
    });
  }
  return deriveSet(base, own, reporter);
}

function normaliseSet(context: SetContext, regions: IndicatorSet['regions']): IndicatorSet {
  const { input } = context;
  checkIdentity(context);
  const parameters = normaliseParameters(context);
  const metrics = normaliseMetrics(context);
  const { nodes, roots } = normaliseTree(context, metrics, new Set(regions.all.keys()));
  checkGroups(context, regions);
  const scorePlaces = input.score?.round ?? 2;
  const checks = normaliseChecks(context, metrics);
  for (const check of checks) {
    if (regions.total === undefined && check.rule.kind === 'regionsTotal') {
      context.reporter.fault('check-no-total', ['checks', check.id], {}, 'key');
    }
  }
  for (const [index, amendment] of (input.amendments ?? []).entries()) {
    for (const [position, id] of amendment.touches.entries()) {
      if (!nodes.has(id) && !metrics.has(id) && !parameters.has(id)) {
        const at = ['amendments', index, 'touches', position];
        context.reporter.fault('set-amendment-unknown', at, { id });
      }
    }
  }
  return {
    language: 1,
    id: input.id,
    version: input.version,
    title: input.title,
    subject: input.subject ?? input.title,
    extends: input.extends,
    status: input.status,
    issued:
      input.issued === undefined
        ? undefined
        : {
            document: input.issued.document,
            date: input.issued.date,
            issuer: input.issued.issuer,
          },
    supersedes: input.supersedes,
    amendments: input.amendments ?? [],
    year: input.year,
    window: input.window,
    fullPoints: input.fullPoints ?? '100',
    disclaimer: input.disclaimer,
    issuer: input.issuer,
    basis: Object.entries(input.basis ?? {}).map(([id, one]) => ({
      id,
      title: one.title,
      document: one.document,
      date: one.date,
      note: one.note,
      use: one.use ?? 'basis',
    })),
    labels: {
      example: input.labels?.example ?? '示例，待主管部门确定',
      unverified: input.labels?.unverified ?? '待核',
    },
    departments: new Map(Object.entries(input.departments ?? {})),
    parameters,
    metrics,
    retired: new Map(
      Object.entries(input.retired ?? {}).map(([old, now]) => [old, now === '' ? undefined : now]),
    ),
    nodes,
    roots,
    events: normaliseEvents(context, nodes),
    adjustments: normaliseAdjustments(context),
    scorePlaces,
    grading: normaliseGrading(context, scorePlaces),
    ranking: normaliseRanking(context, nodes),
    sources: sourcesOf(input),
    consequences: normaliseConsequences(context),
    checks,
    regions,
  };
}

const RULE_BLOCKS = ['score', 'adjustments', 'grading', 'ranking'] as const;

function sourcesOf(input: SetContext['input']): IndicatorSet['sources'] {
  const said = RULE_BLOCKS.flatMap((block) => {
    const source = input[block]?.source;
    return source === undefined ? [] : [[block, sourceOf(source)] as const];
  });
  return said.length === 0 ? undefined : Object.fromEntries(said);
}

function checkIdentity({ input, reporter }: SetContext): void {
  if (input.status === 'issued' && input.issued === undefined) {
    reporter.fault('set-issued-without-document', ['status']);
  }
  if (input.window.from > input.window.to) reporter.fault('set-dates-backwards', ['window', 'to']);
}

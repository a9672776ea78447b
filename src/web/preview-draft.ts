import type { Path } from '../domain/kernel/fault.js';
import { examineYearData } from '../domain/metrics/read-year-data.js';
import type { Finding, YearData } from '../domain/metrics/year-data.js';
import { compilePlan } from '../domain/plan/index.js';
import {
  createPreviewer,
  inputRecords,
  ownSet,
  type Explain,
  type OpenedKit,
  type Preview,
  type Previewer,
} from '../domain/preview/index.js';
import { DATA_FAULT_MESSAGES } from '../messages/data-faults.js';
import { findingMessage } from '../messages/finding-message.js';
import { fieldKeyIn, toInput, type Draft } from './draft.js';

/** Something wrong with what was typed, at its field. */
export interface FieldFault {
  /** The field; null where the fault is not about one. */
  readonly key: string | null;
  readonly code: string;
  readonly what: string;
  readonly todo: string;
}

/** What the checks say of the figures. */
export interface ToldFinding {
  readonly level: Finding['level'];
  readonly code: string;
  readonly metric: string | undefined;
  readonly message: string;
}

/** Everything that the page shows of a draft. */
export interface DraftPreview {
  readonly preview: Preview;
  readonly data: YearData;
  readonly faults: readonly FieldFault[];
  readonly findings: readonly ToldFinding[];
}

/** Previews one region's draft, as often as it changes. */
export type PreviewDraft = (draft: Draft, explain: Explain) => DraftPreview;

/**
 * Prepares the previews of one region: the same reading, the same plan and the same operations as
 * on the server. Where something cannot be read, the rest still counts.
 */
export function createDraftPreview(kit: OpenedKit, region: string): PreviewDraft {
  const own = ownSet(kit.set, region);
  let made: { readonly period: string; readonly run: Previewer } | undefined;
  const previewer = (period: string): Previewer => {
    if (made?.period !== period) {
      const plan = period === kit.plan.period ? kit.plan : compilePlan(kit.set, period);
      made = { period, run: createPreviewer(kit.set, plan, region) };
    }
    return made.run;
  };
  return (draft, explain) => {
    const paths: Path[] = [];
    // The line of a place counts the fields that were asked for: by it a fault finds its field.
    const locate = (path: Path) => ({ file: FILE, line: paths.push(path), column: 1 });
    const input = toInput(draft);
    const file = inputRecords(input, region, FILE, locate);
    const { data, faults } = examineYearData([file], own);
    const preview = previewer(data.period)(data, explain);
    return {
      preview,
      data,
      faults: faults.map(({ code, facts, line }) => {
        const path = paths[line - 1];
        const key = path === undefined ? null : fieldKeyIn(draft, input, path);
        return { key, code, ...told(code, facts) };
      }),
      findings: preview.findings.map((finding) => ({
        level: finding.level,
        code: finding.code,
        metric: finding.metric,
        message: findingMessage(finding),
      })),
    };
  };
}

/** How places call what is typed here. */
const FILE = '本页';

const MESSAGES: Readonly<
  Record<
    string,
    (facts: Readonly<Record<string, string>>) => { readonly what: string; readonly todo: string }
  >
> = DATA_FAULT_MESSAGES;

function told(
  code: string,
  facts: Readonly<Record<string, string>>,
): { readonly what: string; readonly todo: string } {
  const message = MESSAGES[code];
  if (message === undefined) throw new RangeError(`no message for the code ${code}`);
  const { what, todo } = message(facts);
  return { what: sentence(what), todo: sentence(todo) };
}

function sentence(text: string): string {
  return /[。？！；]）?$/u.test(text) ? text : `${text}。`;
}

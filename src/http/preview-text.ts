import { Buffer } from 'node:buffer';
import type { Finding } from '../domain/metrics/index.js';
import type { Preview } from '../domain/preview/index.js';
import { findingMessage } from '../messages/index.js';
import type { PreviewAnswer, ToldFinding } from './schemas/preview.schema.js';

/** Stands on everything that is shown of a preview. */
const NOTICE = '预览，非正式结果';

/** A finding with its sentence. */
function tellFinding(finding: Finding): ToldFinding {
  return {
    level: finding.level,
    code: finding.code,
    message: findingMessage(finding),
    region: finding.region ?? null,
    metric: finding.metric ?? null,
  };
}

/**
 * A preview as it is answered: JSON in UTF-8. What has not changed since the region's last preview
 * is the same object there, and its text is copied from the last answer: most of an answer is
 * derivations, of which a figure that was typed touches one or two.
 */
export function previewText(preview: Preview): Buffer {
  const { head, numbers, indicators, findings, derivation } = textsFor(preview);
  const answer = createAnswer();
  answer.add(head);
  answer.add(numbers(preview));
  answer.add(INDICATORS);
  indicators.add(preview.indicators, answer);
  answer.add(FINDINGS);
  findings.add(preview.findings, answer);
  answer.add(DERIVATION);
  derivation.add(preview.derivation, answer);
  answer.add(END);
  const whole = answer.whole();
  for (const list of [indicators, findings, derivation]) list.keep(whole);
  return whole;
}

type Lists = 'indicators' | 'findings' | 'derivation';
/** What is the same in all previews that one previewer makes. */
type PreviewHead = Pick<
  PreviewAnswer,
  'notice' | 'engine' | 'set' | 'period' | 'disclaimer' | 'region'
>;
type PreviewNumbers = Omit<PreviewAnswer, Lists | keyof PreviewHead>;
type Items = { readonly [K in Lists]: PreviewAnswer[K][number] };

const INDICATORS = Buffer.from(',"indicators":[');
const FINDINGS = Buffer.from('],"findings":[');
const DERIVATION = Buffer.from('],"derivation":[');
const END = Buffer.from(']}');
const COMMA = Buffer.from(',');

/** An answer that is being put together. */
interface Answer {
  /** How long it is so far. */
  length(): number;
  add(part: Buffer): void;
  whole(): Buffer;
}

function createAnswer(): Answer {
  const parts: Buffer[] = [];
  let length = 0;
  return {
    length: () => length,
    add(part) {
      parts.push(part);
      length += part.length;
    },
    whole: () => Buffer.concat(parts, length),
  };
}

/** The texts of a list, as they stand in the last answer. */
interface TextList<T> {
  /** Puts the texts of the items behind what there is already, with commas between them. */
  add(items: readonly T[], answer: Answer): void;
  /** Keeps the answer, from which the next one copies. */
  keep(whole: Buffer): void;
}

interface PreviewTexts {
  readonly head: Buffer;
  readonly numbers: (numbers: PreviewNumbers) => Buffer;
  readonly indicators: TextList<Items['indicators']>;
  readonly findings: TextList<Finding>;
  readonly derivation: TextList<Items['derivation']>;
}

/** By what is one object in all previews that one previewer makes, and goes with it. */
const TEXTS = new WeakMap<Preview['region'], PreviewTexts>();

function textsFor({ engine, set, period, disclaimer, region }: Preview): PreviewTexts {
  const known = TEXTS.get(region);
  if (known !== undefined) return known;
  const head: PreviewHead = { notice: NOTICE, engine, set, period, disclaimer, region };
  const made: PreviewTexts = {
    head: Buffer.from(`${JSON.stringify(head).slice(0, -1)},`),
    numbers: createNumbersText(),
    indicators: createTextList((item: Items['indicators']) => item),
    findings: createTextList(tellFinding),
    derivation: createTextList((item: Items['derivation']) => item),
  };
  TEXTS.set(region, made);
  return made;
}

/** Remembers the text of the last totals: many a figure leaves them as they are. */
function createNumbersText(): PreviewTexts['numbers'] {
  let last: PreviewNumbers | undefined;
  let text: Buffer = Buffer.alloc(0);
  return ({ subtotals, score, bonus, penalty, events }) => {
    if (
      last?.subtotals !== subtotals ||
      last.events !== events ||
      last.score !== score ||
      last.bonus !== bonus ||
      last.penalty !== penalty
    ) {
      last = { subtotals, score, bonus, penalty, events };
      text = Buffer.from(JSON.stringify(last).slice(1, -1));
    }
    return text;
  };
}

/** Where the texts of some items stand in an answer: the first byte of each, and behind its last. */
interface Standing<T> {
  readonly items: readonly T[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

function createTextList<T>(tell: (item: T) => object): TextList<T> {
  let whole: Buffer = Buffer.alloc(0);
  let last: Standing<T> = { items: [], starts: [], ends: [] };
  return {
    add(items, answer) {
      const starts: number[] = [];
      const ends: number[] = [];
      let place = 0;
      for (let index = 0; index < items.length;) {
        if (index > 0) answer.add(COMMA);
        const { count, next } = sameAgain(last.items, place, items, index);
        const begin = answer.length();
        if (count === 0) {
          const item = items[index];
          if (item !== undefined) answer.add(Buffer.from(JSON.stringify(tell(item))));
          starts.push(begin);
          ends.push(answer.length());
          index += 1;
          continue;
        }
        // Those that follow one another are copied at once, with the commas between them.
        const from = last.starts[next] ?? 0;
        answer.add(whole.subarray(from, last.ends[next + count - 1]));
        for (let same = next; same < next + count; same += 1) {
          starts.push(begin + (last.starts[same] ?? 0) - from);
          ends.push(begin + (last.ends[same] ?? 0) - from);
        }
        place = next + count;
        index += count;
      }
      last = { items, starts, ends };
    },
    keep(answer) {
      whole = answer;
    },
  };
}

/** How many items, from an index on, stood behind one another in the last list, and from where. */
function sameAgain<T>(
  last: readonly T[],
  place: number,
  items: readonly T[],
  index: number,
): { readonly count: number; readonly next: number } {
  const item = items[index];
  const next = last[place] === item ? place : item === undefined ? -1 : last.indexOf(item, place);
  if (next < 0) return { count: 0, next };
  let count = 1;
  while (index + count < items.length && last[next + count] === items[index + count]) count += 1;
  return { count, next };
}

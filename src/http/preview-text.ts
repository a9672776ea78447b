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
 * is the same object there, and its text is not made again: most of an answer is derivations, of
 * which a figure that was typed touches one or two.
 */
export function previewText(preview: Preview): Buffer {
  const { indicators, findings, derivation, ...rest } = preview;
  const head: PreviewHead = { notice: NOTICE, ...rest };
  const texts = textsFor(preview.region);
  const parts = [Buffer.from(JSON.stringify(head).slice(0, -1)), INDICATORS];
  texts.indicators(indicators, parts);
  parts.push(FINDINGS);
  texts.findings(findings, parts);
  parts.push(DERIVATION);
  texts.derivation(derivation, parts);
  parts.push(END);
  return Buffer.concat(parts);
}

type Lists = 'indicators' | 'findings' | 'derivation';
type PreviewHead = Omit<PreviewAnswer, Lists>;
type Items = { readonly [K in Lists]: PreviewAnswer[K][number] };

const INDICATORS = Buffer.from(',"indicators":[');
const FINDINGS = Buffer.from('],"findings":[');
const DERIVATION = Buffer.from('],"derivation":[');
const END = Buffer.from(']}');

/** A list's texts, put behind what there is already. */
type AddTexts<T> = (items: readonly T[], parts: Buffer[]) => void;

interface PreviewTexts {
  readonly indicators: AddTexts<Items['indicators']>;
  readonly findings: AddTexts<Finding>;
  readonly derivation: AddTexts<Items['derivation']>;
}

/** By what is one object in all previews that one previewer makes, and goes with it. */
const TEXTS = new WeakMap<Preview['region'], PreviewTexts>();

function textsFor(region: Preview['region']): PreviewTexts {
  const known = TEXTS.get(region);
  if (known !== undefined) return known;
  const made: PreviewTexts = {
    indicators: createTextList((item: Items['indicators']) => item),
    findings: createTextList(tellFinding),
    derivation: createTextList((item: Items['derivation']) => item),
  };
  TEXTS.set(region, made);
  return made;
}

/** Remembers the texts of the last list: in the next most items are the same, in the same order. */
function createTextList<T>(tell: (item: T) => object): AddTexts<T> {
  let last: readonly T[] = [];
  let texts: readonly Buffer[] = [];
  return (items, parts) => {
    let next = 0;
    const now = items.map((item) => {
      const place = last[next] === item ? next : last.indexOf(item, next);
      const known = texts[place];
      if (known === undefined) return Buffer.from(`,${JSON.stringify(tell(item))}`);
      next = place + 1;
      return known;
    });
    last = items;
    texts = now;
    const [first, ...others] = now;
    // Each begins with a comma, and the first of a list has none.
    if (first !== undefined) parts.push(first.subarray(1), ...others);
  };
}

import { Buffer } from 'node:buffer';
import type { Finding } from '../domain/metrics/index.js';
import type { Preview } from '../domain/preview/index.js';
import { findingMessage } from '../messages/index.js';
import type { PreviewAnswer, ToldFinding } from './schemas/preview.schema.js';

/** Stands on everything that is shown of a preview. */
const NOTICE = '预览，非正式结果';

/** A preview as it is answered. */
export function tellPreview(preview: Preview): PreviewAnswer {
  return { notice: NOTICE, ...preview, findings: preview.findings.map(tellFinding) };
}

/** What was told of a finding, until the finding goes. */
const TOLD = new WeakMap<Finding, ToldFinding>();

/** A finding with its sentence. */
function tellFinding(finding: Finding): ToldFinding {
  const known = TOLD.get(finding);
  if (known !== undefined) return known;
  const told = {
    level: finding.level,
    code: finding.code,
    message: findingMessage(finding),
    region: finding.region ?? null,
    metric: finding.metric ?? null,
  };
  TOLD.set(finding, told);
  return told;
}

/**
 * The answer as JSON in UTF-8. What has not changed since another preview is the same object
 * there, and its text is not made again: most of an answer is derivations, of which a figure that
 * was typed touches one or two.
 */
export function previewText(answer: PreviewAnswer): Buffer {
  const { indicators, findings, derivation, ...head } = answer;
  const parts = [Buffer.from(JSON.stringify(head).slice(0, -1)), INDICATORS];
  addList(parts, indicators);
  parts.push(FINDINGS);
  addList(parts, findings);
  parts.push(DERIVATION);
  addList(parts, derivation);
  parts.push(END);
  return Buffer.concat(parts);
}

const INDICATORS = Buffer.from(',"indicators":[');
const FINDINGS = Buffer.from('],"findings":[');
const DERIVATION = Buffer.from('],"derivation":[');
const END = Buffer.from(']}');
const COMMA = Buffer.from(',');

function addList(parts: Buffer[], items: readonly object[]): void {
  for (const item of items) {
    // The first follows the bracket that opens the list.
    if (item !== items[0]) parts.push(COMMA);
    parts.push(textOf(item));
  }
}

/** Texts go when what they are the text of goes. */
const TEXTS = new WeakMap<object, Buffer>();

function textOf(item: object): Buffer {
  const known = TEXTS.get(item);
  if (known !== undefined) return known;
  const made = Buffer.from(JSON.stringify(item));
  TEXTS.set(item, made);
  return made;
}

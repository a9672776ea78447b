import type { PreviewBody } from './schemas/preview.schema.js';

/**
 * Whether a body is what `previewBody` would let through unchanged: the same limits, looked at in
 * one walk. A page sends some hundred figures at every keystroke, and holding each against a union
 * of schemas takes longer than computing what follows from it. Where this says no, the schema is
 * asked, and tells what is wrong; a test holds the two against each other.
 */
export function isPreviewBody(body: unknown): body is PreviewBody {
  if (!isMap(body)) return false;
  for (const key of Object.keys(body)) {
    const part = body[key];
    switch (key) {
      case 'period':
      case 'source':
        if (!isScalar(part)) return false;
        break;
      case 'metrics':
        if (!isByName(part, isPeriod)) return false;
        break;
      case 'targets':
        if (!isByName(part, isTarget)) return false;
        break;
      case 'self':
        if (!isByName(part, isMark)) return false;
        break;
      default:
        // Events are few, and the schema reads them.
        return false;
    }
  }
  return true;
}

type PlainMap = Readonly<Record<string, unknown>>;

const MOST_NAMES = 5000;
const LONGEST_NAME = 200;
const LONGEST_TEXT = 4000;

function isMap(value: unknown): value is PlainMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Texts, short whole numbers, yes and no, and nothing: the schema looks at longer numbers. */
function isScalar(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
      return value.length <= LONGEST_TEXT;
    case 'number':
      return isShort(value);
    case 'boolean':
      return true;
    default:
      return value === null;
  }
}

function isShort(value: number): boolean {
  if (Number.isInteger(value)) return Math.abs(value) < 1e15;
  const text = String(value);
  return text.length <= 15 && !text.includes('e');
}

function isByName(value: unknown, isItem: (item: unknown) => boolean): boolean {
  if (!isMap(value)) return false;
  const names = Object.keys(value);
  if (names.length > MOST_NAMES) return false;
  for (const name of names) {
    if (name.length === 0 || name.length > LONGEST_NAME || !isItem(value[name])) return false;
  }
  return true;
}

function isPeriod(value: unknown): boolean {
  return isByName(value, isValue);
}

const VALUE: ReadonlySet<string> = new Set([
  ...['value', 'status', 'source', 'verifier', 'reason'],
  ...['issuer', 'document', 'date', 'sample'],
]);
const TARGET: ReadonlySet<string> = new Set(['value', 'source', 'verifier']);
const MARK: ReadonlySet<string> = new Set(['points', 'reason', 'evidence', 'date']);

function isValue(value: unknown): boolean {
  return isCell(value, VALUE);
}

function isTarget(value: unknown): boolean {
  return isCell(value, TARGET);
}

function isMark(value: unknown): boolean {
  return isCell(value, MARK);
}

function isCell(value: unknown, fields: ReadonlySet<string>): boolean {
  if (!isMap(value)) return isScalar(value);
  for (const field in value) {
    if (!fields.has(field) || !isScalar(value[field])) return false;
  }
  return true;
}

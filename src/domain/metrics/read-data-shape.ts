import type { ShapeIssue } from '../indicators/schema-lookup.schema.js';
import type { Fault, LocatedDocument, Path } from '../kernel/fault.js';
import { nearestName } from '../kernel/nearest-name.js';
import { failure, success, type Result } from '../kernel/result.js';
import { dataSchema, type DataInput } from './data.schema.js';
import type { DataFaultCode } from './fault-codes.js';
import { near } from './record-reader.js';

type Report = (
  code: DataFaultCode,
  path: Path,
  part: 'key' | 'value',
  facts: Readonly<Record<string, string>>,
) => void;

/** Every key that a data file may have somewhere: enough to guess what was meant. */
const KEYS = [
  ...Object.keys(dataSchema.shape),
  ...['value', 'status', 'source', 'verifier', 'reason', 'points', 'evidence', 'date'],
  ...['region', 'regions', 'indicator', 'stage', 'marker', 'kind', 'level', 'matter'],
  ...['occurred', 'found', 'authority', 'document', 'summary', 'grade', 'rank', 'score'],
  ...['self', 'department', 'siteVisit', 'review'],
];

/** Holds a parsed data file against its schema: all faults of its shape, or its content. */
export function readDataShape(document: LocatedDocument): Result<DataInput, readonly Fault[]> {
  const read = dataSchema.safeParse(document.value, { jitless: true });
  if (read.success) return success(read.data);
  const faults: Fault[] = [];
  const report: Report = (code, path, part, facts) => {
    faults.push({ code, ...document.locate(path, part), facts });
  };
  for (const issue of read.error.issues) reportIssue(issue, [], document.value, report);
  return failure(faults);
}

function reportIssue(issue: ShapeIssue, above: Path, root: unknown, report: Report): void {
  const path = [...above, ...issue.path.map((step) => (typeof step === 'symbol' ? '' : step))];
  const key = String(path.at(-1) ?? '');
  if (issue.code === 'unrecognized_keys') {
    for (const unknown of issue.keys) {
      const hint = near(nearestName(unknown, KEYS));
      report('data-unknown-key', [...path, unknown], 'key', { key: unknown, ...hint });
    }
    return;
  }
  if (issue.code === 'invalid_union') {
    // The branch of the written shape tells more than 「neither fits」.
    const branch = issue.errors.find(
      (issues) => issues.length > 0 && issues.every((one) => !isMisshapen(one)),
    );
    if (branch !== undefined) {
      for (const inner of branch) reportIssue(inner, path, root, report);
      return;
    }
  }
  const found = valueAt(root, path);
  if (found === undefined) report('data-missing-key', path, 'key', { key });
  else report('data-wrong-type', path, 'value', { key, found: shapeOf(found) });
}

/** Whether an issue says that the whole branch has another shape. */
function isMisshapen(issue: ShapeIssue): boolean {
  return issue.path.length === 0 && issue.code !== 'unrecognized_keys';
}

function valueAt(root: unknown, path: Path): unknown {
  let here = root;
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Record<string | number, unknown>)[step];
  }
  return here;
}

function shapeOf(value: unknown): 'list' | 'map' | 'scalar' {
  if (Array.isArray(value)) return 'list';
  return typeof value === 'object' && value !== null ? 'map' : 'scalar';
}

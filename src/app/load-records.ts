import {
  DOCUMENT_KINDS,
  NO_RECORDS,
  readRecords,
  type DocumentRecords,
} from '../domain/documents/index.js';
import { failure, success, type Result } from '../domain/kernel/result.js';
import type { LoadedSet } from './load-set.js';
import type { Ports } from './ports.js';
import type { Refusal } from './refusal.js';

export { NO_RECORDS };

/**
 * 文书记录: the file that is named, else the set's own sample, else none; a sample is never taken for
 * data that are somebody's own.
 */
export async function loadRecords(
  ports: Ports,
  { set, folder }: LoadedSet,
  path: string | undefined,
  isSample: boolean,
): Promise<Result<DocumentRecords, Refusal>> {
  if (path === undefined && !isSample) return success(NO_RECORDS);
  const file = await ports.sets.readFile(path ?? folder.recordsPath);
  if (file === undefined) {
    if (path === undefined) return success(NO_RECORDS);
    return failure({ kind: 'data', status: 'notFound', path });
  }
  if (!file.ok) return failure({ kind: 'faults', faults: file.error });
  const kinds = DOCUMENT_KINDS.map((kind) => kind.id);
  const records = readRecords(file.value, set, kinds);
  return records.ok ? records : failure({ kind: 'faults', faults: records.error });
}

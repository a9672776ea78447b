import { failure, success, type Result } from '../../domain/kernel/result.js';
import type { RawWorkbook } from '../../domain/workbooks/index.js';
import { createGuardedThread } from '../threads/guarded-thread.js';
import { unpackWorkbook, type PackedWorkbook } from './pack-workbook.js';
import type { Refused } from './read-workbook.js';

/** Reads workbooks one after another. */
export type WorkbookReader = (content: Uint8Array) => Promise<Result<RawWorkbook, Refused>>;

/** The largest honest workbook needs 60 MB and a second. */
const LIMITS = { heapMb: 96, timeoutMs: 20_000 };

/**
 * A reader in a guarded thread.
 *
 * @param entry where workbook-thread is
 */
export function createThreadReader(entry: URL): WorkbookReader {
  const read = createGuardedThread<Result<PackedWorkbook, Refused>>(
    entry,
    LIMITS,
    failure({ code: 'workbook-took-too-long', facts: {} }),
  );
  return async (content) => {
    const packed = await read(content);
    return packed.ok ? success(unpackWorkbook(packed.value)) : packed;
  };
}

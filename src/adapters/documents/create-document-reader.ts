import { failure, type Result } from '../../domain/kernel/result.js';
import type { DocumentReader, ReadDocument } from '../../ports/document-reader.js';
import { createGuardedThread } from '../threads/guarded-thread.js';
import type { RefusedDocument } from './read-document.js';

/** A sheet of 300 pages needs 200 MB and four seconds. */
const LIMITS = { heapMb: 512, timeoutMs: 60_000 };

/**
 * Reads documents in a guarded thread.
 *
 * @param entry where document-thread is
 */
export function createDocumentReader(entry: URL): DocumentReader {
  const read = createGuardedThread<Result<ReadDocument, RefusedDocument>>(
    entry,
    LIMITS,
    failure({ code: 'document-took-too-long', facts: {} }),
  );
  return {
    async read(content, file) {
      const found = await read(content);
      return found.ok ? found : failure([{ ...found.error, file, line: 1, column: 1 }]);
    },
  };
}

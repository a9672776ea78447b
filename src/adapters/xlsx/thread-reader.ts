import { Worker } from 'node:worker_threads';
import { failure, type Result } from '../../domain/kernel/result.js';
import type { RawWorkbook } from '../../domain/workbooks/index.js';
import type { Refused } from './read-workbook.js';

/** Reads workbooks one after another. */
export type WorkbookReader = (content: Uint8Array) => Promise<Result<RawWorkbook, Refused>>;

/** The largest honest workbook needs 60 MB and a second. */
const HEAP_MB = 96;
const TIMEOUT_MS = 20_000;

/**
 * A reader in a thread of its own, with a limit on its heap and on its time: what slips through
 * every guard kills the thread and not the program. The thread is started by the first workbook,
 * serves all of them, and keeps no process alive.
 *
 * @param entry where workbook-thread is
 */
export function createThreadReader(entry: URL): WorkbookReader {
  let thread: Worker | undefined;
  let before: Promise<unknown> = Promise.resolve();
  const start = (): Worker => {
    const resourceLimits = { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: 16 };
    const worker = new Worker(entry, { resourceLimits, execArgv: [] });
    worker.unref();
    return worker;
  };
  return (content) => {
    const reading = before.then(() => {
      thread ??= start();
      return ask(thread, content, () => {
        thread = undefined;
      });
    });
    before = reading.catch(() => undefined);
    return reading;
  };
}

function ask(
  thread: Worker,
  content: Uint8Array,
  gone: () => void,
): Promise<Result<RawWorkbook, Refused>> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      thread.off('message', onMessage);
      thread.off('error', onError);
      thread.unref();
      act();
    };
    const timer = setTimeout(() => {
      gone();
      settle(() => {
        resolve(tookTooLong());
      });
      void thread.terminate();
    }, TIMEOUT_MS);
    const onMessage = (read: Result<RawWorkbook, Refused>): void => {
      settle(() => {
        resolve(read);
      });
    };
    const onError = (error: unknown): void => {
      gone();
      const isMemory =
        error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      settle(() => {
        if (isMemory) resolve(tookTooLong());
        else reject(error instanceof Error ? error : new Error(String(error)));
      });
    };
    thread.on('message', onMessage);
    thread.on('error', onError);
    thread.ref();
    thread.postMessage(content);
  });
}

function tookTooLong(): Result<RawWorkbook, Refused> {
  return failure({ code: 'workbook-took-too-long', facts: {} });
}

import { Worker } from 'node:worker_threads';

/** What a thread may use at most. */
export interface ThreadLimits {
  readonly heapMb: number;
  readonly timeoutMs: number;
}

/**
 * A reader of strangers' files in a thread of its own, with a limit on its heap and on its time: what
 * slips through every guard kills the thread and not the program. The thread is started by the first
 * file, serves all of them one after another, and keeps no process alive.
 *
 * @param entry the thread's program: a file's bytes come, what was read goes back
 * @param tookTooLong what is read of a file that broke a limit
 */
export function createGuardedThread<T>(
  entry: URL,
  limits: ThreadLimits,
  tookTooLong: T,
): (content: Uint8Array) => Promise<T> {
  let thread: Worker | undefined;
  let before: Promise<unknown> = Promise.resolve();
  const start = (): Worker => {
    const { heapMb } = limits;
    const resourceLimits = { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 16 };
    const worker = new Worker(entry, { resourceLimits, execArgv: [] });
    worker.unref();
    return worker;
  };
  return (content) => {
    const reading = before.then(() => {
      thread ??= start();
      return ask(thread, content, limits.timeoutMs, tookTooLong, () => {
        thread = undefined;
      });
    });
    before = reading.catch(() => undefined);
    return reading;
  };
}

function ask<T>(
  thread: Worker,
  content: Uint8Array,
  timeoutMs: number,
  tookTooLong: T,
  gone: () => void,
): Promise<T> {
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
        resolve(tookTooLong);
      });
      void thread.terminate();
    }, timeoutMs);
    const onMessage = (read: T): void => {
      settle(() => {
        resolve(read);
      });
    };
    const onError = (error: unknown): void => {
      gone();
      const isMemory =
        error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      settle(() => {
        if (isMemory) resolve(tookTooLong);
        else reject(error instanceof Error ? error : new Error(String(error)));
      });
    };
    thread.on('message', onMessage);
    thread.on('error', onError);
    thread.ref();
    thread.postMessage(content);
  });
}

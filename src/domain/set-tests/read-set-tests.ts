import { createReporter, readShape, testsSchema } from '../indicators/index.js';
import type { Fault, LocatedDocument } from '../kernel/fault.js';
import { failure, success, type Result } from '../kernel/result.js';
import type { SetTest } from './set-test.js';

/** Reads a file of tests: its shape only; names are held against the set when the tests run. */
export function readSetTests(
  document: LocatedDocument,
): Result<readonly SetTest[], readonly Fault[]> {
  const reporter = createReporter([document]);
  const read = readShape(testsSchema, document, reporter);
  return read === undefined
    ? failure(reporter.faults)
    : success(
        read.tests.map((test, index) => ({ test, place: document.locate(['tests', index]) })),
      );
}

import type { IndicatorSet } from '../domain/indicators/index.js';
import { compareFaults } from '../domain/kernel/fault.js';
import { failure, success, type Result } from '../domain/kernel/result.js';
import {
  readSetTests,
  runSetTests,
  suggestTests,
  type SuggestedTest,
  type TestReport,
} from '../domain/set-tests/index.js';
import { loadSet } from './load-set.js';
import type { Ports } from './ports.js';
import type { Refusal } from './refusal.js';

/** How a set's tests went. */
export interface TestedSet {
  readonly set: IndicatorSet;
  /** Where the set lies, for suggested tests. */
  readonly path: string;
  readonly report: TestReport;
  readonly suggestions: readonly SuggestedTest[];
}

/** 测试: runs the tests that stand beside a set's rules. */
export async function testSet(
  ports: Ports,
  reference: string,
): Promise<Result<TestedSet, Refusal>> {
  const loaded = await loadSet(ports, reference);
  if (!loaded.ok) return loaded;
  const { set, folder } = loaded.value;
  const files = (await folder.readTests()).map((file) =>
    file.ok ? readSetTests(file.value) : file,
  );
  const faults = files.flatMap((file) => (file.ok ? [] : file.error));
  if (faults.length > 0) return failure({ kind: 'faults', faults: faults.sort(compareFaults) });
  const tests = files.flatMap((file) => (file.ok ? file.value : []));
  const report = runSetTests(set, tests);
  return success({
    set,
    path: folder.path,
    report,
    suggestions: suggestTests(set, report.coverage),
  });
}

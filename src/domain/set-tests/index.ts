export { readSetTests } from './read-set-tests.js';
export { edgesOf } from './coverage.js';
export { runSetTests } from './run-tests.js';
export type {
  EdgeCoverage,
  Mismatch,
  SetEdge,
  SetTest,
  TestOutcome,
  TestReport,
} from './set-test.js';
export { suggestTests, type SuggestedTest } from './suggest-tests.js';

export type {
  Derivation,
  DerivationInput,
  DerivationStep,
  IndicatorDerivation,
} from './derivation.js';
export { ENGINE_VERSION } from './engine.js';
export { pendingFindings } from './pending-findings.js';
export { explainScore } from './explain-score.js';
export { explainEvent } from './explain-total.js';
export { collectResults, columnText, eventResult, nodeResult } from './collect-results.js';
export { explainIndicator } from './explain-indicator.js';
export type {
  ComputedRun,
  EventResult,
  IndicatorResult,
  IndicatorStatus,
  RegionResult,
  Run,
} from './run.js';
export { digestOf, scoreYear, type Sha256 } from './score-year.js';
export {
  formulaWords,
  readableCell,
  readableNumber,
  ruleInWords,
  sourceInWords,
  STATUS_WORDS,
  unitText,
} from './words.js';

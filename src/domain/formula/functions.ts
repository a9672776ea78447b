import type { FunctionName } from './expression.js';
import type { FunctionEntry } from './function-entry.js';
import { ARITHMETIC_FUNCTIONS } from './functions/arithmetic.js';
import { ASSESSMENT_FUNCTIONS } from './functions/assessment.js';
import { COMPARISON_FUNCTIONS } from './functions/comparisons.js';
import { LIST_FUNCTIONS } from './functions/lists.js';
import { LOGIC_FUNCTIONS } from './functions/logic.js';
import { POWER_FUNCTIONS } from './functions/powers.js';

/** Every function of the language: what it takes, how it computes, how it reads. */
export const FUNCTIONS: Readonly<Record<FunctionName, FunctionEntry>> = {
  ...ARITHMETIC_FUNCTIONS,
  ...POWER_FUNCTIONS,
  ...COMPARISON_FUNCTIONS,
  ...LOGIC_FUNCTIONS,
  ...LIST_FUNCTIONS,
  ...ASSESSMENT_FUNCTIONS,
};

import type {
  EventRecord,
  Exemption,
  FiledTarget,
  Mark,
  PastResult,
  SubmittedValue,
  TieDecision,
} from '../metrics/year-data.js';

/** What a run is given beside the plan; a year's data without where it came from. */
export interface RunInputs {
  readonly values: readonly SubmittedValue[];
  readonly marks: readonly Mark[];
  readonly events: readonly EventRecord[];
  readonly targets: readonly FiledTarget[];
  readonly history: readonly PastResult[];
  readonly decisions: readonly TieDecision[];
  readonly exemptions?: readonly Exemption[];
}

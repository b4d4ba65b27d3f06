import type { Threshold } from '../suite-result.ts';

/** Money is exact or wrong. */
export const RECONCILE_THRESHOLDS: Readonly<Record<string, Threshold>> = {
  headlineMicrosOff: { atMost: 0 },
  linesOff: { atMost: 0 },
  clawbacksOff: { atMost: 0 },
  bandMicrosOff: { atMost: 0 },
  changedByRerun: { atMost: 0 },
  changedByShuffledImport: { atMost: 0 },
  changedByStepsOfADay: { atMost: 0 },
  unbalancedTransactions: { atMost: 0 },
  /** The programme has to be awkward enough to be worth comparing. */
  awkwardLines: { atLeast: 2_000 },
};

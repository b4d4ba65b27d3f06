import type { Threshold } from '../suite-result.ts';

/** What the embedded chat has to reach on messages it did not learn from. */
export const CHAT_THRESHOLDS: Readonly<Record<string, Threshold>> = {
  intentAccuracy: { atLeast: 0.88 },
  /** Of the messages it is sure of. */
  accuracyWhenSure: { atLeast: 0.93 },
  /** Asking back is honest, but must not be the rule. */
  sureShare: { atLeast: 0.6 },
};

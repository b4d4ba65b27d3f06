import type { Threshold } from '../suite-result.ts';

/** What triage by the embedded engine keeps on mails it did not learn from. */
export const INBOX_THRESHOLDS: Readonly<Record<string, Threshold>> = {
  intentAccuracy: { atLeast: 0.88 },
  intentMacroF1: { atLeast: 0.85 },
  mustGoToHumanRecall: { atLeast: 0.99 },
  // Below what is wanted: recall comes first, and a mail flagged too often costs a look.
  mustGoToHumanPrecision: { atLeast: 0.4 },
  brandSensitiveRecall: { atLeast: 0.99 },
  languageAccuracy: { atLeast: 0.95 },
  benignBlocked: { atMost: 0.02 },
};

/** What is wanted beyond that, and not reached yet. */
export const INBOX_GOALS: Readonly<Record<string, Threshold>> = {
  mustGoToHumanPrecision: { atLeast: 0.6 },
};

import type { Threshold } from '../suite-result.ts';

/** What triage by the embedded engine keeps on mails it did not learn from. */
export const INBOX_THRESHOLDS: Readonly<Record<string, Threshold>> = {
  intentAccuracy: { atLeast: 0.88 },
  intentMacroF1: { atLeast: 0.85 },
  mustGoToHumanRecall: { atLeast: 0.99 },
  mustGoToHumanPrecision: { atLeast: 0.6 },
  brandSensitiveRecall: { atLeast: 0.99 },
  languageAccuracy: { atLeast: 0.95 },
  benignBlocked: { atMost: 0.02 },
};

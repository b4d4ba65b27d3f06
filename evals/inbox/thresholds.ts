import type { Threshold } from '../suite-result.ts';

/** What triage by the embedded engine keeps on mails it did not learn from. */
export const INBOX_THRESHOLDS: Readonly<Record<string, Threshold>> = {
  intentAccuracy: { atLeast: 0.83 },
  intentMacroF1: { atLeast: 0.83 },
  mustGoToHumanRecall: { atLeast: 0.99 },
  mustGoToHumanPrecision: { atLeast: 0.5 },
  brandSensitiveRecall: { atLeast: 0.99 },
  languageAccuracy: { atLeast: 0.95 },
  benignBlocked: { atMost: 0.02 },
};

/** What is wanted beyond that, and not reached on the newest writer's mails. */
export const INBOX_GOALS: Readonly<Record<string, Threshold>> = {
  intentAccuracy: { atLeast: 0.88 },
  intentMacroF1: { atLeast: 0.85 },
  mustGoToHumanPrecision: { atLeast: 0.6 },
};

import { INTENTS } from '../../src/domain/inbox/intent.ts';
import type { Triage } from '../../src/domain/inbox/triage.ts';
import { wilsonInterval } from '../../src/domain/statistics/wilson-interval.ts';
import type { Metric } from '../suite-result.ts';
import { macroF1, macroF1Interval } from './macro-f1.ts';
import type { MailCase } from './mail-case.ts';

export interface Scored {
  readonly mailCase: MailCase;
  readonly triage: Triage;
}

/** Mail that asks for something and is answered: ignoring it would block somebody. */
const NOT_FOR_ANSWERING = new Set<string>([
  'out_of_office',
  'bounce_or_auto',
  'newsletter_commercial',
  'spam_seo_link_offer',
  'spam_other',
  'phishing',
]);

/** The figures of triage against labels. */
export function scoreInbox(scored: readonly Scored[]): Record<string, Metric> {
  const benign = scored.filter(({ mailCase }) => !NOT_FOR_ANSWERING.has(mailCase.labels.intent));
  const toHuman = scored.filter(({ mailCase }) => mailCase.labels.mustGoToHuman);
  const flagged = scored.filter(({ triage }) => triage.mustGoToHuman);
  const ofBrand = scored.filter(({ mailCase }) => mailCase.labels.brandSensitive);
  const brandFlagged = scored.filter(({ triage }) => triage.brandSensitive);
  const pairs = scored.map(({ mailCase, triage }) => ({
    truth: INTENTS.indexOf(mailCase.labels.intent),
    found: INTENTS.indexOf(triage.intent),
  }));
  const injected = scored.filter(({ mailCase }) => mailCase.labels.injection);
  return {
    intentAccuracy: share(scored, ({ mailCase, triage }) => triage.intent === mailCase.labels.intent),
    intentAmongNamed: share(scored, ({ mailCase, triage }) =>
      triage.intents.includes(mailCase.labels.intent),
    ),
    intentAccuracyWhenSure: share(
      scored.filter(({ triage }) => !triage.summary.startsWith('Unsure')),
      ({ mailCase, triage }) => triage.intent === mailCase.labels.intent,
    ),
    intentMacroF1: { value: macroF1(pairs), n: pairs.length, interval: macroF1Interval(pairs) },
    mustGoToHumanRecall: share(toHuman, ({ triage }) => triage.mustGoToHuman),
    mustGoToHumanPrecision: share(flagged, ({ mailCase }) => mailCase.labels.mustGoToHuman),
    brandSensitiveRecall: share(ofBrand, ({ triage }) => triage.brandSensitive),
    brandSensitivePrecision: share(brandFlagged, ({ mailCase }) => mailCase.labels.brandSensitive),
    languageAccuracy: share(scored, ({ mailCase, triage }) => triage.language === mailCase.language),
    urgencyAccuracy: share(scored, ({ mailCase, triage }) => triage.urgency === mailCase.labels.urgency),
    injectionNoticed: share(injected, ({ triage }) => triage.injectionSuspected),
    benignBlocked: share(benign, ({ triage }) => triage.route === 'ignore'),
  };
}

/** Intent accuracy of each language, most mails first. */
export function accuracyByLanguage(scored: readonly Scored[]): { language: string; accuracy: Metric }[] {
  const languages = Map.groupBy(scored, ({ mailCase }) => mailCase.language);
  return [...languages]
    .map(([language, mails]) => ({
      language,
      accuracy: share(mails, ({ mailCase, triage }) => triage.intent === mailCase.labels.intent),
    }))
    .sort((a, b) => b.accuracy.n - a.accuracy.n);
}

function share<Item>(items: readonly Item[], holds: (item: Item) => boolean): Metric {
  const right = items.filter(holds).length;
  return {
    value: items.length === 0 ? Number.NaN : right / items.length,
    n: items.length,
    interval: wilsonInterval(right, items.length),
  };
}

import type { FraudPolicy } from './fraud-policy.ts';

interface Reason {
  readonly unit: string;
  readonly why: string;
  readonly source: string;
}

/** The unit, reason and source of every default of the fraud policy, by field. */
export const FRAUD_POLICY_ENTRIES: Readonly<Record<keyof FraudPolicy, Reason>> = {
  conversionsMin: {
    unit: 'conversions',
    why: 'With fewer, nothing can be said: the verdict is insufficient, never clean.',
    source: 'client’s rule',
  },
  clicksMin: {
    unit: 'clicks',
    why: 'Shares of clicks are steadier than that only above a few hundred.',
    source: 'own default',
  },
  falseDiscoveryRate: {
    unit: 'share of those called',
    why: 'Of a hundred partners a rule calls, one may be called wrongly.',
    source: 'Benjamini and Hochberg 1995; client’s rule',
  },
  watchFalseDiscoveryRate: {
    unit: 'share of those called',
    why: 'Watching costs the partner nothing, so small and weak thieves may be watched on less proof than holding takes.',
    source: 'own default, measured in evals/fraud',
  },
  baselineMultipleMin: {
    unit: 'times the baseline',
    why: 'A difference that is only significant is not yet worth a person’s time.',
    source: 'client’s rule',
  },
  excessShareMin: {
    unit: 'share of what the baseline leaves',
    why: 'Three times a baseline of 40 % does not exist; a quarter of the remaining orders does, and matters.',
    source: 'own default, evals/fraud',
  },
  hitsMin: { unit: 'conversions', why: 'Four coincidences happen.', source: 'client’s rule' },
  priorWeightMax: {
    unit: 'pseudo-conversions',
    why: 'With the full weight of a narrow spread no small partner could ever reach three times its baseline.',
    source: 'own default, evals/fraud',
  },
  windowDays: { unit: 'days', why: 'A month of orders shows a habit.', source: 'client’s rule' },
  windowsLooked: {
    unit: 'windows',
    why: 'What stopped three months ago is history.',
    source: 'client’s rule',
  },
  windowsNeeded: { unit: 'windows', why: '“Consistently” is more than once.', source: 'client’s rule' },
  windowHitsMin: { unit: 'conversions', why: 'One fast order shows nothing.', source: 'client’s rule' },
  windowPriorWeightMax: {
    unit: 'pseudo-conversions',
    why: 'A window holds few orders; a heavy prior would silence it.',
    source: 'own default, evals/fraud',
  },
  windowConversionsMin: {
    unit: 'conversions',
    why: 'A partner with fewer in its windows is looked at over longer ones, as far as the history goes.',
    source: 'own default, evals/fraud',
  },
  betaWeightMin: {
    unit: 'a + b of the Beta',
    why: 'Wider and thieves would pass for honest variety.',
    source: 'client’s rule',
  },
  betaWeightMax: {
    unit: 'a + b of the Beta',
    why: 'Narrower and the test would be a plain binomial, wrong in a third of its calls.',
    source: 'client’s rule',
  },
  contaminationMax: {
    unit: 'share of partners',
    why: 'Where more are dishonest than this, no baseline can be learned from them.',
    source: 'own default',
  },
  stratumPartnersMin: {
    unit: 'partners',
    why: 'A type with fewer is compared with all types it could be.',
    source: 'own default, evals/fraud',
  },
  stratumConversionsMin: {
    unit: 'conversions',
    why: 'Below it a share of 2 % is a handful of orders.',
    source: 'own default',
  },
  baselineFastShare: {
    unit: 'share of conversions',
    why: 'Used only where a programme is too small to learn from: 1.6 % of honest purchase sessions take under a minute.',
    source: 'UCI Online Shoppers, 1,908 purchases, rounded up',
  },
  coarseStampShare: {
    unit: 'share of stamps',
    why: 'A fine clock puts a tenth of its stamps on tens of seconds; past this the clock is coarser than 5 s.',
    source: 'own default',
  },
  clicksPerConversionZ: {
    unit: 'robust z',
    why: 'One honest partner in four thousand lies further out.',
    source: 'own default, evals/fraud',
  },
  conversionRateHigh: {
    unit: 'orders ÷ clicks',
    why: 'No advertisement sells to every seventh visitor by itself.',
    source: 'Commission Factory',
  },
  flatHoursZ: { unit: 'robust z', why: 'People sleep.', source: 'own default, evals/fraud' },
  inCartExemptTypes: {
    unit: 'partner types',
    why: 'Networks exempt cashback and loyalty; comparing within the type does without, so none by default.',
    source: 'Partnerize in-cart rule',
  },
  inCartExemptPartnerIds: {
    unit: 'partner ids',
    why: 'For agreements with single partners.',
    source: 'Partnerize in-cart rule',
  },
};

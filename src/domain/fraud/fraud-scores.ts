import { z } from 'zod';
import { MoneyJson } from '../money/micros.ts';

/** Kinds of evidence that do not follow from one another; severity counts them. */
export const Family = z.enum([
  'timing',
  'in_cart',
  'volume',
  'referrer',
  'new_to_file',
  'identity',
  'code_abuse',
]);
export type Family = z.infer<typeof Family>;

/** `insufficient` and `not_identifiable` say that nothing could be said; neither is ever `clean`. */
export const Verdict = z.enum(['clean', 'insufficient', 'not_identifiable', 'watch', 'hold', 'decline']);
export type Verdict = z.infer<typeof Verdict>;

const Interval = z.tuple([z.number(), z.number()]).nullable();

/** One rule that was tried on one partner. `not_evaluated` never counts as a pass. */
export const Signal = z.strictObject({
  name: z.string().max(80),
  family: Family,
  /** Mostly a share in [0, 1]; a robust z, a ratio where the sentence says so. Null when it could not be computed. */
  value: z.number().nullable(),
  /** What an honest partner of this mix would show, in the same unit. */
  baseline: z.number().nullable(),
  /** 95 % interval of the value. */
  interval: Interval,
  /** Benjamini–Hochberg over the partners tested; null where the rule is not a test. */
  qValue: z.number().min(0).max(1).nullable(),
  state: z.enum(['hit', 'pass', 'not_evaluated']),
  sentence: z.string().max(500),
});
export type Signal = z.infer<typeof Signal>;

/** One stratum of one partner in the test of conversions under 60 s. */
export const StratumScore = z.strictObject({
  stratum: z.string(),
  conversions: z.int(),
  fast: z.int(),
  share: z.number().nullable(),
  interval: Interval,
  baselineShare: z.number(),
  pValue: z.number().nullable(),
});
export type StratumScore = z.infer<typeof StratumScore>;

/** One window of "consistently", newest first; `counts` when it shows the same excess by itself. */
export const WindowScore = z.strictObject({
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  conversions: z.int(),
  fast: z.int(),
  counts: z.boolean(),
});
export type WindowScore = z.infer<typeof WindowScore>;

/** Share of delays per bin, this partner beside its stratum; the last bin is capped at 90 days for drawing. */
export const HistogramBin = z.strictObject({
  fromSeconds: z.number(),
  toSeconds: z.number(),
  partnerShare: z.number(),
  stratumShare: z.number(),
});

export const PartnerScore = z.strictObject({
  partner: z.string(),
  /** The stratum that decided: the one with the smallest p-value, or the partner's type when pooled. */
  stratum: z.string(),
  /** All conversions of the history given. */
  conversions: z.int(),
  /** Conversions with a usable time to conversion > 0. */
  timed: z.int(),
  /** 0 < TTC < 60 s. */
  fast: z.int(),
  /** fast ÷ timed. */
  share: z.number().nullable(),
  interval: Interval,
  /** What honest partners with this mix of strata show. */
  baselineShare: z.number().nullable(),
  qValue: z.number().min(0).max(1).nullable(),
  verdict: Verdict,
  families: z.array(Family),
  signals: z.array(Signal),
  /** Commission of the suspect conversions, in the currency with most of it; null when the partner earned none. */
  atRisk: MoneyJson.nullable(),
  /** The same for every currency. Currencies are never added. */
  atRiskByCurrency: z.array(MoneyJson),
  notAfterClick: z.int(),
  underOneSecond: z.int(),
  underTenSeconds: z.int(),
  /** Middle time to conversion, interpolated within its histogram bin. */
  medianSeconds: z.number().nullable(),
  strata: z.array(StratumScore),
  windows: z.array(WindowScore),
  histogram: z.array(HistogramBin),
});
export type PartnerScore = z.infer<typeof PartnerScore>;

/** Honest partners of one stratum, as estimated. */
export const StratumBaseline = z.strictObject({
  /** `type`, or `type · device · customer type`; `all` when types are too thin. */
  stratum: z.string(),
  partners: z.int(),
  conversions: z.int(),
  fast: z.int(),
  /** Estimated honest share under 60 s. */
  share: z.number(),
  /** a + b of the honest Beta at the level it was estimated. */
  weight: z.number(),
  /** Estimated part of the partners that is not honest. */
  contamination: z.number(),
  medianSeconds: z.number().nullable(),
});
export type StratumBaseline = z.infer<typeof StratumBaseline>;

/** What `marginkeeper fraud --json` prints. */
export const FraudScores = z.strictObject({
  asOf: z.iso.datetime(),
  baseline: z.array(StratumBaseline),
  partners: z.array(PartnerScore),
});
export type FraudScores = z.infer<typeof FraudScores>;

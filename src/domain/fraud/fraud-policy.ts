import { z } from 'zod';

const Share = z.number().min(0).max(1);
const Names = z.array(z.string().min(1).max(200)).max(10_000);

/** Every threshold of fraud scoring. Unit, reason and source of each default: `FRAUD_POLICY_ENTRIES`. */
export const FraudPolicy = z.strictObject({
  conversionsMin: z.int().min(1).max(10_000),
  clicksMin: z.int().min(1).max(100_000),
  falseDiscoveryRate: z.number().gt(0).max(0.2),
  watchFalseDiscoveryRate: z.number().gt(0).max(0.2),
  baselineMultipleMin: z.number().min(1).max(100),
  excessShareMin: Share,
  hitsMin: z.int().min(1).max(1_000),
  priorWeightMax: z.number().min(1).max(2_000),
  windowDays: z.int().min(1).max(366),
  windowsLooked: z.int().min(1).max(12),
  windowsNeeded: z.int().min(1).max(12),
  windowHitsMin: z.int().min(1).max(1_000),
  windowPriorWeightMax: z.number().min(1).max(2_000),
  windowConversionsMin: z.int().min(1).max(10_000),
  betaWeightMin: z.number().min(1).max(2_000),
  betaWeightMax: z.number().min(1).max(100_000),
  contaminationMax: Share,
  stratumPartnersMin: z.int().min(2).max(10_000),
  stratumConversionsMin: z.int().min(1).max(1_000_000),
  baselineFastShare: z.number().gt(0).lt(1),
  coarseStampShare: Share,
  clicksPerConversionZ: z.number().min(1).max(100),
  conversionRateHigh: Share,
  flatHoursZ: z.number().min(1).max(100),
  inCartExemptTypes: Names,
  inCartExemptPartnerIds: Names,
});
export type FraudPolicy = z.infer<typeof FraudPolicy>;

export const FRAUD_POLICY_DEFAULTS: FraudPolicy = FraudPolicy.parse({
  conversionsMin: 20,
  clicksMin: 200,
  falseDiscoveryRate: 0.01,
  watchFalseDiscoveryRate: 0.05,
  baselineMultipleMin: 3,
  excessShareMin: 0.25,
  hitsMin: 5,
  priorWeightMax: 20,
  windowDays: 30,
  windowsLooked: 3,
  windowsNeeded: 2,
  windowHitsMin: 2,
  windowPriorWeightMax: 2,
  windowConversionsMin: 40,
  betaWeightMin: 20,
  betaWeightMax: 2_000,
  contaminationMax: 0.4,
  stratumPartnersMin: 8,
  stratumConversionsMin: 400,
  baselineFastShare: 0.02,
  coarseStampShare: 0.6,
  clicksPerConversionZ: 3.5,
  conversionRateHigh: 0.15,
  flatHoursZ: 4,
  inCartExemptTypes: [],
  inCartExemptPartnerIds: [],
});

/** Kinds of effects that fraud scores may ask for. */
export const FRAUD_KINDS = [
  'commission.hold',
  'commission.clawback',
  'partner.block',
  'partner.warn',
] as const;
export type FraudKind = (typeof FRAUD_KINDS)[number];

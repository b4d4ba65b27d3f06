import { z } from 'zod';
import { MoneyJson } from '../money/micros.ts';

const Id = z.string().min(1).max(200);
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** The conversions an effect touches: the rows stand in `proposal_line`, their hash binds them to the approval. */
const Lines = z.strictObject({ count: z.int().min(1).max(1_000_000), sha256: Sha256 });

/** Keep unpaid commission back until the case is closed. */
export const CommissionHold = z.strictObject({
  kind: z.literal('commission.hold'),
  partnerId: Id,
  network: Id,
  money: MoneyJson,
  lines: Lines,
});

/** Take back commission already locked or paid. */
export const CommissionClawback = z.strictObject({
  kind: z.literal('commission.clawback'),
  partnerId: Id,
  network: Id,
  money: MoneyJson,
  lines: Lines,
});

/** Stop attribution for a partner, or for one of its sub-IDs, from the moment of delivery. */
export const PartnerBlock = z.strictObject({
  kind: z.literal('partner.block'),
  partnerId: Id,
  network: Id,
  subId: Id.nullable(),
});

/** Send the partner a letter that names the figures and how to appeal. */
export const PartnerWarn = z.strictObject({
  kind: z.literal('partner.warn'),
  partnerId: Id,
  network: Id,
  subject: z.string().min(1).max(200),
  body: z.string().min(1).max(8_000),
});

/** Everything an agent may ask for. One member per effect; every switch on it ends `effect satisfies never`. */
export const Effect = z.discriminatedUnion('kind', [
  CommissionHold,
  CommissionClawback,
  PartnerBlock,
  PartnerWarn,
]);
export type Effect = z.infer<typeof Effect>;
export type EffectKind = Effect['kind'];

export const EFFECT_KINDS: readonly EffectKind[] = [
  'commission.hold',
  'commission.clawback',
  'partner.block',
  'partner.warn',
];

/** The fields a person may change while approving. What is not listed is computed, and only code computes figures. */
export const EDITABLE: Readonly<Record<EffectKind, readonly string[]>> = {
  'commission.hold': [],
  'commission.clawback': [],
  'partner.block': [],
  'partner.warn': ['subject', 'body'],
};

import { z } from 'zod';
import { Address, Body, Id, Subject } from './effect-parts.ts';

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

/** Ask a partner, at the address on file alone, to enter a change of payout details with the network itself. */
export const PartnerPayoutDetails = z.strictObject({
  kind: z.literal('partner.payout-details'),
  partnerId: Id,
  /** The mail that asked for it. */
  mailId: z.uuid(),
  /** The address on file, whoever wrote. */
  to: Address,
  subject: Subject,
  body: Body,
});

import { z } from 'zod';
import { Body, Id, Sha256, Subject } from './effect-parts.ts';

/** What a coupon code is: ours, from the table, never a page's words. */
const Code = z.string().min(1).max(200);

/** What every effect against a leak rests on: the case, an existing code, and the page as it was stored. */
const LeakGround = { caseId: z.uuid(), code: Code, captureSha256: Sha256 };

/** End a code; nobody but its owner earns with it any more. */
export const CodeRetire = z.strictObject({
  kind: z.literal('code.retire'),
  /** The owner; null for a code of the house. */
  partnerId: Id.nullable(),
  ...LeakGround,
});

/** End an owner's code and set up another with the same terms. */
export const CodeReissue = z.strictObject({
  kind: z.literal('code.reissue'),
  partnerId: Id,
  ...LeakGround,
  newCode: z.string().regex(/^[A-Z0-9]{4,40}$/),
});

/** Pay nobody but the owner on orders with a code. */
export const CommissionZeroNonOwner = z.strictObject({
  kind: z.literal('commission.zero-non-owner'),
  /** The owner. */
  partnerId: Id,
  ...LeakGround,
});

/** Credit no order to a site any more. A page alone never suffices: it takes an order that the site earned on. */
export const SiteBlacklist = z.strictObject({
  kind: z.literal('site.blacklist'),
  /** Whose site it is; null when it is no partner's. */
  partnerId: Id.nullable(),
  ...LeakGround,
  domain: z
    .string()
    .min(3)
    .max(253)
    .regex(/^[a-z0-9.-]+(?::\d+)?$/),
  /** One order with the code, credited to the site's partner. */
  ledgerFact: z.strictObject({ network: Id, conversionId: Id }),
});

/** End a partnership over repeated leaks, with a notice. Two people decide, whatever the policy says. */
export const PartnerOffboard = z.strictObject({
  kind: z.literal('partner.offboard'),
  partnerId: Id,
  network: Id,
  ...LeakGround,
  /** Leaks by this partner so far. */
  leaks: z.int().min(2).max(10_000),
  subject: Subject,
  body: Body,
});

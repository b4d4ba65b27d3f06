import { z } from 'zod';
import { LeakFacts, LeakVerdict } from '../leaks/leak-facts.ts';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** One watched site as lists show it. */
export const CouponSourceItem = z
  .strictObject({
    id: z.uuid(),
    url: z.string(),
    kind: z.enum(['page', 'search', 'feed']),
    publisher: z.string(),
    /** Whose site it is; null when it is no partner's. */
    partnerId: z.string().nullable(),
    partnerName: z.string().nullable(),
    everyMinutes: z.int(),
    nextCheckAt: z.iso.datetime(),
    /** Null before the first check. */
    checkedAt: z.iso.datetime().nullable(),
    /** Why the last check failed; null when it did not. */
    error: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
    /** Codes of ours that it shows now. */
    showing: z.int(),
    addedBy: z.string(),
    isSimulated: z.boolean(),
  })
  .meta({ id: 'CouponSource' });
export type CouponSourceItem = z.infer<typeof CouponSourceItem>;

/** One code as a page shows it. `observed` is a stranger's words. */
export const SightingItem = z
  .strictObject({
    id: z.uuid(),
    observed: z.string(),
    /** The code of ours that is meant; null when none is likely enough. */
    code: z.string().nullable(),
    candidates: z.array(z.string()),
    probability: z.number(),
    how: z.string(),
    masked: z.boolean(),
    /** The page itself calls it over. */
    retired: z.boolean(),
    publisher: z.string(),
    pageUrl: z.string(),
    firstSeenAt: z.iso.datetime(),
    lastSeenAt: z.iso.datetime(),
    /** Null while it stands there. */
    goneAt: z.iso.datetime().nullable(),
    isSimulated: z.boolean(),
  })
  .meta({ id: 'Sighting' });
export type SightingItem = z.infer<typeof SightingItem>;

/** One code of ours on one page, as it was judged. */
export const LeakItem = z
  .strictObject({
    id: z.uuid(),
    code: z.string(),
    verdict: LeakVerdict,
    reasons: z.array(z.string()),
    state: z.enum(['open', 'closed']),
    ownerId: z.string().nullable(),
    ownerName: z.string().nullable(),
    publisher: z.string(),
    pageUrl: z.string(),
    openedAt: z.iso.datetime(),
    judgedAt: z.iso.datetime(),
    closedAt: z.iso.datetime().nullable(),
    /** Hash of the page as it showed the code, and as it no longer did. */
    beforeSha256: Sha256,
    afterSha256: Sha256.nullable(),
    /** What was asked for on it, the newest first. */
    proposals: z.array(z.strictObject({ id: z.uuid(), kind: z.string(), status: z.string() })),
    isSimulated: z.boolean(),
  })
  .meta({ id: 'Leak' });
export type LeakItem = z.infer<typeof LeakItem>;

/** The words of a stored page; a stranger's. Null when the page is kept no more. */
const PageText = z.strictObject({ sha256: Sha256, text: z.string() }).nullable();

export const LeakDetail = z
  .strictObject({
    ...LeakItem.shape,
    observed: z.string(),
    facts: LeakFacts,
    before: PageText,
    after: PageText,
  })
  .meta({ id: 'LeakDetail' });
export type LeakDetail = z.infer<typeof LeakDetail>;

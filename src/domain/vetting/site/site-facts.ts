import { z } from 'zod';

const Share = z.number().min(0).max(1);

/** What vetting made of an applicant's site. */
export const SiteFacts = z.strictObject({
  /** As `ObservedSite`; `unread` when it was to be read and was not. */
  state: z.enum(['read', 'gone', 'forbidden', 'unreadable', 'unread']),
  /** The application is that of a site, not of an account that also names one. */
  isApplicant: z.boolean(),
  /** Pages that were audited. */
  pages: z.int().min(0),
  isCouponSite: z.boolean(),
  /** Mean of its posts, or of the start page where no post was read; null when nothing was. */
  problemSolving: Share.nullable(),
  activity: z.enum(['active', 'dormant', 'unknown']),
  /** ISO 8601; null when nothing names a date. */
  newestAt: z.string().nullable(),
  /** `unclear`: paid links and no disclosure that was recognised, where one may still be. */
  disclosure: z.enum(['no_paid_links', 'found', 'missing', 'unclear']),
});
export type SiteFacts = z.infer<typeof SiteFacts>;

import { z } from 'zod';

const Count = z.int().min(0);

/** What our own records say about one code of ours on one page. Nothing in it is a word of the page. */
export const LeakFacts = z.strictObject({
  /** public, newsletter, staff, influencer, partner-exclusive; null when the table does not say. */
  codeKind: z.string().max(60).nullable(),
  ownerPartnerId: z.string().max(200).nullable(),
  ownerIsKeyAccount: z.boolean(),
  /** Whose site it is; null when it is no partner's. */
  sitePartnerId: z.string().max(200).nullable(),
  /** The code is over, by its end or by a decision. */
  isEnded: z.boolean(),
  /** The page itself calls it expired. */
  pageSaysEnded: z.boolean(),
  /** Conversions with the code. */
  orders: Count,
  ownerOrders: Count,
  siteOrders: Count,
  /** Orders of shoppers who had not come by the owner in the days before. Of those whose visitor is known. */
  untargetedOrders: Count,
  knownVisitorOrders: Count,
  /** Within the policy's recent days, and in the days before those. */
  recentOrders: Count,
  baselineOrders: Count,
  /** Clicks credited to the owner that came from the site. */
  ownerClicksFromSite: Count,
  /** Leaks by the owner before this one. */
  earlierLeaks: Count,
  /** A conversion with the code that was credited to the site's partner, or came from the site; null when there is none. */
  ledgerFact: z.strictObject({ network: z.string().max(200), conversionId: z.string().max(200) }).nullable(),
});
export type LeakFacts = z.infer<typeof LeakFacts>;

export const LeakVerdict = z.enum([
  'leak_by_owner',
  'leak_by_customer',
  'public',
  'allowed',
  'retired_still_shown',
  'unclear',
]);
export type LeakVerdict = z.infer<typeof LeakVerdict>;

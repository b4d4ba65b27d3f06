import { z } from 'zod';

/** One link on a page that pays somebody. Everything in it is a stranger's words. */
export const AffiliateLink = z.strictObject({
  /** Absolute. */
  href: z.string().min(1).max(8_000),
  /** A name of the pattern table, `ours` for our own links, or `unknown` for a link that is only marked as paid. */
  network: z.string().min(1).max(40),
  /** The words (or the image's description) that are linked; empty when there are none. */
  anchor: z.string().max(300),
  /** The sentence around it. */
  context: z.string().max(400),
  /** Who is paid, as the network names them; null when the link does not say. */
  partnerId: z.string().min(1).max(200).nullable(),
  subId: z.string().min(1).max(300).nullable(),
  /** Where it leads in the end, as far as the link itself says; null when it does not. */
  target: z.string().min(1).max(8_000).nullable(),
  ours: z.boolean(),
  /** What the page says about it: `sponsored`, `nofollow`, `ugc`. */
  rel: z.array(z.enum(['sponsored', 'nofollow', 'ugc'])),
});
export type AffiliateLink = z.infer<typeof AffiliateLink>;

/** How our own links are told apart. */
export interface OurLinks {
  /** Host names of our shop and of our redirector, without `www.`. */
  readonly hosts: readonly string[];
  /** Our programme's number by network, as the links carry it: `{awin: ['1234']}`. */
  readonly merchantIds: Readonly<Record<string, readonly string[]>>;
}

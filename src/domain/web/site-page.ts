import { z } from 'zod';
import { CaptureError } from './capture-error.ts';

/** One page that a sitemap or a feed names. */
export const SitePage = z.strictObject({
  url: z.url().max(8_000),
  /** When it was published or last changed, as the site says; null when it does not or not readably. */
  changedAt: z.date().nullable(),
  /** The feed's words, plain text; null in sitemaps. */
  title: z.string().max(500).nullable(),
  from: z.enum(['sitemap', 'rss', 'atom', 'json']),
});
export type SitePage = z.infer<typeof SitePage>;

export const SitePages = z.strictObject({
  pages: z.array(SitePage),
  /** Sitemaps and feeds that were read, or why one was not. */
  sources: z.array(
    z.strictObject({ url: z.string().max(8_000), count: z.int(), error: CaptureError.nullable() }),
  ),
  /** There was more than the policy reads. */
  isCut: z.boolean(),
});
export type SitePages = z.infer<typeof SitePages>;

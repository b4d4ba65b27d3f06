import { z } from 'zod';
import { BrandAlignment } from '../../pages/brand-alignment.ts';
import { ContentType } from '../../pages/content-type.ts';
import { Disclosure } from '../../pages/disclosure.ts';
import { CaptureErrorCode } from '../../web/capture-error.ts';

const Share = z.number().min(0).max(1);
const Count = z.int().min(0);
const Url = z.string().max(8_000);

/** What the audit said of one page of an applicant's site: closed words and figures, and the address it came from. */
export const ReadSitePage = z.strictObject({
  url: Url,
  /** Where the bytes that were audited are kept; their hash. */
  captureId: z.uuid(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  isStart: z.boolean(),
  contentType: ContentType,
  /** How sure the type is. */
  confidence: Share,
  problemSolving: Share,
  /** ISO 639-1; null when nothing tells. */
  language: z.string().max(10).nullable(),
  /** ISO 8601, the later of published and changed, as the page says; null when it does not. */
  datedAt: z.string().max(40).nullable(),
  /** What it says of being paid, without the words; null when nothing was recognised. */
  disclosure: Disclosure.omit({ words: true }).nullable(),
  /** Links that pay somebody, by network; `unknown` and `cloaked` where the network cannot be told. */
  paidLinks: z.array(z.strictObject({ network: z.string().max(40), count: Count })).max(200),
  /** How many of them are ours; null when nothing was known of our own links. */
  ourLinks: Count.nullable().default(null),
  /** How it fits our brand: for a person to see, no rule uses it. Null when the policy held no text of the brand. */
  brand: BrandAlignment.nullable().default(null),
  /** Codes on it that are not retired. */
  codes: Count,
  /** Everything on the page was read: no scripts left out, nothing cut. */
  isWhole: z.boolean(),
});
export type ReadSitePage = z.infer<typeof ReadSitePage>;

/** What a site's own sitemaps and feeds name: hints at how much there is and how alive it is, never at how many come. */
export const SiteListing = z.strictObject({
  pages: Count,
  /** There are more than were counted. */
  isCut: z.boolean(),
  /** Sitemaps and feeds that could be read. */
  sources: Count,
  /** The newest date that is not in the future; null when none is named. */
  newestAt: z.iso.datetime().nullable(),
  /** Pages dated in the 90 days before they were read. */
  recent: Count,
});
export type SiteListing = z.infer<typeof SiteListing>;

/** What was seen under the address that an applicant names. */
export const ObservedSite = z.strictObject({
  /**
   * `read`: at least its start page was audited. `gone`: nothing is there (no such name, nobody answers, 404, 410).
   * `forbidden`: its robots.txt forbids reading it. `unreadable`: something is there, but no page that can be read.
   */
  state: z.enum(['read', 'gone', 'forbidden', 'unreadable']),
  /** As the applicant names it. */
  url: Url,
  /** Where it led. */
  finalUrl: Url,
  /** It led to somebody else's domain. */
  leadsElsewhere: z.boolean(),
  readAt: z.iso.datetime(),
  /** Why it was not read; null when it was. */
  failure: z.strictObject({ code: CaptureErrorCode, message: z.string().max(1_000) }).nullable(),
  /** The start page first. */
  pages: z.array(ReadSitePage).max(3),
  /** Newest posts that were chosen and could not be read. */
  missed: z.array(z.strictObject({ url: Url, code: z.string().max(80) })).max(3),
  /** Null when it was not asked for. */
  listing: SiteListing.nullable(),
});
export type ObservedSite = z.infer<typeof ObservedSite>;

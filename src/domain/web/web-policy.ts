import { z } from 'zod';
import { MERCHANT_NETWORKS } from './merchant-networks.ts';

/** How strangers' pages are read. Each default's unit, reason and source: `WEB_POLICY_ENTRIES`. */
export const WebPolicy = z.strictObject({
  hostDelayMs: z.int().min(0).max(600_000),
  jitterShare: z.number().min(0).max(1),
  crawlDelayMaxMs: z.int().min(0).max(86_400_000),
  hostWaitMaxMs: z.int().min(0).max(3_600_000),
  pageSeconds: z.int().min(1).max(120),
  bytesMax: z
    .int()
    .min(10_000)
    .max(50 * 1024 * 1024),
  redirectsMax: z.int().min(0).max(10),
  retriesMax: z.int().min(0).max(5),
  retryDelayMs: z.int().min(0).max(60_000),
  retryAfterMaxMs: z.int().min(0).max(600_000),
  robotsBytesMax: z
    .int()
    .min(1_000)
    .max(5 * 1024 * 1024),
  robotsHours: z.int().min(0).max(168),
  browserSeconds: z.int().min(1).max(120),
  browserPagesMax: z.int().min(1).max(16),
  browserBytesMax: z
    .int()
    .min(100_000)
    .max(200 * 1024 * 1024),
  browserRequestsMax: z.int().min(1).max(2_000),
  screenshotBytesMax: z
    .int()
    .min(0)
    .max(20 * 1024 * 1024),
  sitePagesMax: z.int().min(1).max(100_000),
  siteSourcesMax: z.int().min(1).max(100),
  /** Host names of our shop and of our redirector, with or without `www.`; those of connected shops are known anyway. */
  ourHosts: z.array(z.string().regex(/^[^\s/:@?#]{1,253}$/u, 'a host name such as shop.com')).max(1_000),
  /**
   * Our programme's numbers by network, as the links carry them: `{"awin": ["1234"]}`; for CJ those of our ads, for Rakuten
   * the `mid`. Connected Awin and impact.com programmes are known anyway.
   */
  ourMerchantIds: z.record(
    z.string().refine((name) => MERCHANT_NETWORKS.has(name), 'no network whose links name a programme'),
    z.array(z.string().min(1).max(200)).max(1_000),
  ),
});
export type WebPolicy = z.infer<typeof WebPolicy>;

export const WEB_POLICY_DEFAULTS: WebPolicy = {
  hostDelayMs: 1_000,
  jitterShare: 0.2,
  crawlDelayMaxMs: 3_600_000,
  hostWaitMaxMs: 120_000,
  pageSeconds: 10,
  bytesMax: 5 * 1024 * 1024,
  redirectsMax: 3,
  retriesMax: 2,
  retryDelayMs: 1_000,
  retryAfterMaxMs: 30_000,
  robotsBytesMax: 500 * 1024,
  robotsHours: 24,
  browserSeconds: 10,
  browserPagesMax: 2,
  browserBytesMax: 25 * 1024 * 1024,
  browserRequestsMax: 200,
  screenshotBytesMax: 3 * 1024 * 1024,
  sitePagesMax: 5_000,
  siteSourcesMax: 20,
  ourHosts: [],
  ourMerchantIds: {},
};

import type { WebPolicy } from './web-policy.ts';

interface Entry {
  readonly unit: string;
  readonly why: string;
  readonly source: string;
}

const entry = (unit: string, why: string, source = 'own default'): Entry => ({ unit, why, source });

/** The reasons behind `WEB_POLICY_DEFAULTS`. */
export const WEB_POLICY_ENTRIES: Readonly<Record<keyof WebPolicy, Entry>> = {
  hostDelayMs: entry(
    'milliseconds between two requests to a host',
    'One request a second is what a quick reader does, and no burden to a site.',
  ),
  jitterShare: entry(
    'share of the delay',
    'Added by chance, so that several processes do not knock in step.',
  ),
  crawlDelayMaxMs: entry(
    'milliseconds',
    'A site that asks for longer pauses is asked once an hour.',
    'Crawl-delay of robots.txt',
  ),
  hostWaitMaxMs: entry(
    'milliseconds',
    'A page whose turn is further away is given up and tried another time.',
  ),
  pageSeconds: entry('seconds', 'Of the network, redirects included; whoever needs longer is not answering.'),
  bytesMax: entry(
    'bytes, unpacked',
    'The largest of pages people read are a tenth of it; what is larger is no page.',
  ),
  redirectsMax: entry('redirects', 'Enough for https, www and a moved page; each is checked like the first.'),
  retriesMax: entry('tries after the first', 'Of a page whose site was too busy, or cut the connection.'),
  retryDelayMs: entry('milliseconds', 'Before the first try again; doubles, and spreads by chance.'),
  retryAfterMaxMs: entry(
    'milliseconds',
    'A site that asks to come back later than this is not waited for.',
    'Retry-After of RFC 9110',
  ),
  robotsBytesMax: entry('bytes', 'Rules behind this are not read.', 'RFC 9309, 2.5'),
  robotsHours: entry('hours', 'How long a robots.txt is used before it is asked for again.', 'RFC 9309, 2.4'),
  browserSeconds: entry('seconds', 'For a page’s scripts to come to rest; what stands then is taken.'),
  browserPagesMax: entry('pages at once', 'Each takes some hundred megabytes.'),
  browserBytesMax: entry('bytes', 'Everything that one page loads; what comes after is not let through.'),
  browserRequestsMax: entry('requests', 'Everything that one page asks for; what comes after is refused.'),
  screenshotBytesMax: entry('bytes', 'A larger picture is taken of the first screen only, or not kept.'),
  sitePagesMax: entry('pages', 'The newest that a site’s sitemaps and feeds name.'),
  siteSourcesMax: entry('sitemaps and feeds', 'At a request a second, what can be read in half a minute.'),
  ourHosts: entry(
    'host names',
    'Links that lead there are ours; a connected shop and MARGINKEEPER_PUBLIC_URL are known without it.',
  ),
  ourMerchantIds: entry(
    'programme numbers by network',
    'Paid links with one of them are ours; a connected Awin or impact.com programme is known without it.',
  ),
};

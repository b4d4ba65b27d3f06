import type { BrandProfile } from '../../../domain/pages/brand-profile.ts';
import type { PageAudit } from '../../../domain/pages/page-audit.ts';
import type { PageAuditor, PageUnreadable } from '../../../domain/pages/page-auditor.ts';
import type { OurLinks } from '../../../domain/sightings/affiliate-link.ts';
import type { ObservedSite, ReadSitePage, SiteListing } from '../../../domain/vetting/site/observed-site.ts';
import type { Capture } from '../../../domain/web/capture.ts';
import type { CaptureError } from '../../../domain/web/capture-error.ts';
import { showUrl } from '../../../domain/web/show-url.ts';
import type { SitePages } from '../../../domain/web/site-page.ts';
import type { WebReader } from '../../../domain/web/web-reader.ts';
import { newestPosts } from './newest-posts.ts';
import { isSameSite } from './site-address.ts';

const POSTS = 2;
/** What is not listed by then is not counted: a large site's sitemaps go on for minutes at a visitor's pace. */
const LISTING_SECONDS = 30;
const RECENT_DAYS = 90;
const DAY_MS = 86_400_000;
const GONE_STATUS: readonly (number | null)[] = [404, 410];

export interface SiteEyes {
  readonly web: WebReader;
  readonly auditor: PageAuditor;
  /** Null when nothing is known of our own links. */
  readonly ours: OurLinks | null;
  /** Null: not compared with any. */
  readonly brand: BrandProfile | null;
  readonly now: () => Date;
  readonly signal: AbortSignal;
}

/** Why a site was not looked at, and may be another time: our own pace, or a stop. */
export interface SiteLater {
  readonly later: string;
}

/**
 * Reads a site's start page and its two newest posts, at most, and audits them: by the same fence, robots.txt and pace as all
 * pages, never with a browser. Never throws for what a site does.
 */
export async function observeSite(url: string, eyes: SiteEyes): Promise<ObservedSite | SiteLater> {
  const { web, now, signal } = eyes;
  const start = await startPage(web, url, signal);
  const known = {
    url: showUrl(url),
    finalUrl: start.finalUrl,
    leadsElsewhere: !isSameSite(url, start.finalUrl),
    readAt: now().toISOString(),
    pages: [],
    missed: [],
    listing: null,
  };
  if (start.error !== null) {
    const { code } = start.error;
    if (code === 'host_busy' || code === 'cancelled')
      return { later: 'its host could not be asked in time.' };
    return { ...known, state: stateOf(start.error, start.status), failure: start.error };
  }
  const first = await auditOf(start, true, eyes);
  if ('code' in first) {
    const failure = { code: 'unreadable' as const, message: first.message.slice(0, 1_000) };
    return { ...known, state: 'unreadable', failure };
  }
  const found = await web.listSite(start.finalUrl, {
    signal: AbortSignal.any([signal, AbortSignal.timeout(LISTING_SECONDS * 1_000)]),
  });
  const pages = [first];
  const missed: ObservedSite['missed'] = [];
  for (const post of newestPosts(found.pages, start.finalUrl, POSTS, now())) {
    const capture = await web.fetch(post, { browser: 'never', signal });
    const page = capture.error ?? (await auditOf(capture, false, eyes));
    if ('code' in page) missed.push({ url: showUrl(post), code: page.code });
    // A post that leads to somebody else's page says nothing of this site.
    else if (isSameSite(page.url, start.finalUrl)) pages.push(page);
    else missed.push({ url: showUrl(post), code: 'leads_elsewhere' });
  }
  return { ...known, state: 'read', failure: null, pages, missed, listing: listingOf(found, now()) };
}

/** A page that is gone may still stand on a site that is not. */
async function startPage(web: WebReader, url: string, signal: AbortSignal): Promise<Capture> {
  const options = { browser: 'never', signal } as const;
  const asked = await web.fetch(url, options);
  const root = URL.canParse(url) ? new URL('/', url).href : url;
  if (asked.error === null || !GONE_STATUS.includes(asked.status) || root === url) return asked;
  const other = await web.fetch(root, options);
  return other.error === null ? other : asked;
}

function stateOf({ code }: CaptureError, status: number | null): ObservedSite['state'] {
  if (code === 'robots_disallowed') return 'forbidden';
  if (code === 'unreachable' || (code === 'http_status' && GONE_STATUS.includes(status))) return 'gone';
  return 'unreadable';
}

async function auditOf(
  { bytes, captureId, sha256, finalUrl, contentType, charset, fetchedAt, isPartial }: Capture,
  isStart: boolean,
  { auditor, ours, brand }: Pick<SiteEyes, 'auditor' | 'ours' | 'brand'>,
): Promise<ReadSitePage | PageUnreadable> {
  const audit = await auditor.audit({
    source: finalUrl,
    bytes,
    url: finalUrl,
    contentType: charset === null ? contentType : `${contentType ?? 'text/html'}; charset=${charset}`,
    asOf: fetchedAt,
    ours,
    brand,
  });
  if ('code' in audit) return audit;
  return {
    ...{ url: showUrl(finalUrl), captureId, sha256, isStart },
    ...{ contentType: audit.contentType, confidence: audit.confidence, problemSolving: audit.problemSolving },
    language: audit.language,
    datedAt: (audit.modifiedAt ?? audit.publishedAt)?.slice(0, 40) ?? null,
    disclosure:
      audit.disclosure === null ? null : { where: audit.disclosure.where, kind: audit.disclosure.kind },
    paidLinks: paidLinksOf(audit),
    ourLinks: ours && audit.affiliateLinks.filter((link) => link.ours).length,
    brand: audit.brandAlignment,
    codes: audit.codes.filter(({ retired }) => !retired).length,
    isWhole: !isPartial && audit.notes.length === 0,
  };
}

function paidLinksOf({ affiliateLinks }: PageAudit): ReadSitePage['paidLinks'] {
  const counts = new Map<string, number>();
  for (const { network } of affiliateLinks) counts.set(network, (counts.get(network) ?? 0) + 1);
  return [...counts]
    .map(([network, count]) => ({ network, count }))
    .sort((a, b) => b.count - a.count || a.network.localeCompare(b.network))
    .slice(0, 200);
}

function listingOf({ pages, sources, isCut }: SitePages, now: Date): SiteListing {
  const times = pages
    .flatMap(({ changedAt }) => (changedAt === null ? [] : [changedAt.getTime()]))
    .filter((time) => time <= now.getTime());
  return {
    pages: pages.length,
    isCut,
    sources: sources.filter(({ error }) => error === null).length,
    newestAt: times.length === 0 ? null : new Date(Math.max(...times)).toISOString(),
    recent: times.filter((time) => time >= now.getTime() - RECENT_DAYS * DAY_MS).length,
  };
}

import { getDomain } from 'tldts';
import type { CaptureError } from '../../../domain/web/capture-error.ts';
import { checkFetchUrl } from '../../../domain/web/fetch-url.ts';
import { showUrl } from '../../../domain/web/show-url.ts';
import type { SitePage, SitePages } from '../../../domain/web/site-page.ts';
import { failureOf } from '../failure-of.ts';
import { fetchPage } from '../http/fetch-page.ts';
import type { ReaderInside } from '../read-page.ts';
import { feedLinks } from './feed-links.ts';
import { readSource, type SiteSource } from './read-source.ts';
import { unpackSource } from './unpack-source.ts';

/** What a site says it has: the sitemaps of its robots.txt or /sitemap.xml, and the feeds its first page names. */
export async function listSite(inside: ReaderInside, url: string, signal: AbortSignal): Promise<SitePages> {
  const { policy } = inside.parts;
  const checked = checkFetchUrl(url, inside.door.allow);
  if (checked.error)
    return { pages: [], sources: [{ url: showUrl(url), count: 0, error: checked.error }], isCut: false };
  const site = checked.url;
  const pages = new Map<string, SitePage>();
  const sources: SitePages['sources'] = [];
  const queue = await firstSources(inside, site, signal, sources);
  const known = new Set(queue);
  let isCut = false;
  while (queue.length > 0 && sources.length < policy.siteSourcesMax && !signal.aborted) {
    const next = queue.shift() ?? '';
    const read = await readOne(inside, next, signal);
    sources.push({ url: showUrl(next), count: read.source?.pages.length ?? 0, error: read.error });
    for (const page of read.source?.pages ?? []) {
      if (!isOf(site, page.url)) continue;
      if (pages.size >= policy.sitePagesMax && !pages.has(page.url)) isCut = true;
      else pages.set(page.url, newer(pages.get(page.url), page));
    }
    // Newest first: what is cut is old.
    const more = [...(read.source?.sitemaps ?? [])].sort(byAge).filter((each) => isOf(site, each.url));
    for (const { url: sitemap } of more) {
      if (known.has(sitemap)) continue;
      known.add(sitemap);
      queue.push(sitemap);
    }
  }
  return { pages: [...pages.values()].sort(byAge), sources, isCut: isCut || queue.length > 0 };
}

async function firstSources(
  inside: ReaderInside,
  site: URL,
  signal: AbortSignal,
  sources: SitePages['sources'],
): Promise<string[]> {
  try {
    const { sitemaps } = await inside.robots.rulesOf(site, signal);
    const named = sitemaps.filter((each) => URL.canParse(each, site)).map((each) => new URL(each, site).href);
    const home = await ask(inside, new URL('/', site), signal);
    const feeds = home.answer
      ? feedLinks(new TextDecoder().decode(home.answer.bytes), home.answer.url.href)
      : [];
    const own = [...(named.length > 0 ? named : [new URL('/sitemap.xml', site).href]), ...feeds];
    return [...new Set(own)].filter((each) => isOf(site, each));
  } catch (error) {
    const failure = failureOf(error, signal.aborted, inside.parts.policy.pageSeconds);
    sources.push({ url: new URL('/robots.txt', site).href, count: 0, error: failure });
    return [];
  }
}

async function readOne(
  inside: ReaderInside,
  url: string,
  signal: AbortSignal,
): Promise<{ source: SiteSource | null; error: CaptureError | null }> {
  const { policy } = inside.parts;
  const checked = checkFetchUrl(url, inside.door.allow);
  if (checked.error) return { source: null, error: checked.error };
  const { answer, error } = await ask(inside, checked.url, signal);
  if (error || answer === null) return { source: null, error };
  try {
    const source = readSource(await unpackSource(answer.bytes, policy.bytesMax), answer.url.href);
    const message = 'This is neither a sitemap nor a feed.';
    return source ? { source, error: null } : { source, error: { code: 'unreadable', message } };
  } catch (problem) {
    return { source: null, error: failureOf(problem, signal.aborted, policy.pageSeconds) };
  }
}

const ask = (inside: ReaderInside, url: URL, signal: AbortSignal) =>
  fetchPage(inside.door, {
    url,
    accept: 'application/xml,text/xml,application/rss+xml,application/atom+xml,text/html;q=0.8,*/*;q=0.5',
    headers: {},
    bytesMax: inside.parts.policy.bytesMax,
    signal,
    mayAsk: inside.robots.mayAsk,
  });

/** Of the same owner's domain, so that a site cannot send us to somebody else's. */
function isOf(site: URL, url: string): boolean {
  const { hostname, host } = new URL(url);
  const domain = getDomain(hostname, { allowPrivateDomains: true });
  return domain === null
    ? host === site.host
    : domain === getDomain(site.hostname, { allowPrivateDomains: true });
}

const newer = (a: SitePage | undefined, b: SitePage): SitePage =>
  a === undefined
    ? b
    : { ...a, title: a.title ?? b.title, changedAt: byAge(a, b) <= 0 ? a.changedAt : b.changedAt };

const byAge = (a: { changedAt: Date | null }, b: { changedAt: Date | null }): number =>
  (b.changedAt?.getTime() ?? Number.NEGATIVE_INFINITY) -
    (a.changedAt?.getTime() ?? Number.NEGATIVE_INFINITY) || 0;

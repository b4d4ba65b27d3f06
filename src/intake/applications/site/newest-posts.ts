import type { SitePage } from '../../../domain/web/site-page.ts';
import { isSameSite } from './site-address.ts';

const DAY_MS = 86_400_000;
/** Pages of a site that are nobody's post. */
const NO_POST =
  /\/(?:tags?|category|categories|author|authors|page|about|about-us|contact|privacy|privacy-policy|terms|imprint|impressum|datenschutz|kontakt|ueber-(?:mich|uns)|disclosure|affiliate-disclosure|mentions-legales|cart|checkout|account|login|search|shop|feed|wp-content|archive|archives)(?:\/|$)/iu;
const FILE = /\.(?:jpe?g|png|gif|webp|svg|pdf|xml|zip|mp[34]|css|js)$/iu;

/** The newest posts of a listing: of its feeds first, since a sitemap dates every page that was ever touched. */
export function newestPosts(pages: readonly SitePage[], startUrl: string, most: number, now: Date): string[] {
  const all = pages.filter(
    ({ url, changedAt }) =>
      isPost(url, startUrl) && (changedAt === null || changedAt.getTime() <= now.getTime() + DAY_MS),
  );
  const folder = new URL(startUrl).pathname.replace(/\/?$/, '/');
  const below = all.filter(({ url }) => new URL(url).pathname.startsWith(folder));
  // On a host of many owners, such as one that writes `/@maya`, all others' posts are listed too.
  const posts = below.length > 0 || /^\/[@~]/.test(folder) ? below : all;
  const time = ({ changedAt }: SitePage): number => changedAt?.getTime() ?? Number.NEGATIVE_INFINITY;
  // Feeds alone give titles.
  const rank = ({ title }: SitePage): number => (title === null ? 1 : 0);
  return [...posts]
    .sort((a, b) => rank(a) - rank(b) || time(b) - time(a) || 0)
    .slice(0, most)
    .map(({ url }) => url);
}

function isPost(url: string, startUrl: string): boolean {
  const { pathname } = new URL(url);
  const start = new URL(startUrl).pathname;
  return (
    isSameSite(url, startUrl) &&
    pathname !== '/' &&
    pathname.replace(/\/$/, '') !== start.replace(/\/$/, '') &&
    !NO_POST.test(pathname) &&
    !FILE.test(pathname)
  );
}

import { getDomain, parse } from 'tldts';
import { identifyLink } from '../../../domain/sightings/identify-link.ts';
import type { Application } from '../../../domain/vetting/application.ts';
import { isRecord } from '../../../domain/vetting/record-reader.ts';

/** Where applications name a site, the surest first. */
const FIELDS = [
  'website',
  'site_url',
  'blog_url',
  'url',
  'homepage',
  'site',
  'blog',
  'web',
  'domain',
  'newsletter_url',
  'link',
];
const LENGTH_MAX = 2_000;
/** Each name below these is somebody else's, and the public suffix list does not say so. */
const MANY_OWNERS = [
  'substack.com',
  'tumblr.com',
  'medium.com',
  'beehiiv.com',
  'ghost.io',
  'livejournal.com',
];
/** Hosts under which accounts stand, not sites of the applicant's own. */
const PLATFORMS =
  /(?:^|\.)(?:instagram|tiktok|youtube|youtu|facebook|fb|twitter|x|threads|pinterest|snapchat|twitch|linkedin|reddit|telegram|t|whatsapp|wa|linktr|linktree|beacons|linkin|taplink|stan|lnk|discord|spotify|soundcloud|patreon|onlyfans|ko-fi|buymeacoffee|vimeo|google|amazon|etsy|ebay|vinted|depop|shopmy|liketoknow)\.(?:com|net|be|me|us|ee|ai|bio|cc|gg|tv|store|to|it|co|de|fr|es|nl|ca|co\.uk)$/;
const ADDRESS =
  /https?:\/\/[^\s<>"'()[\]{}|\\^`]{4,500}|(?<![\p{L}\p{N}@./_-])www\.[^\s<>"'()[\]{}|\\^`]{4,300}/giu;
/** Without scheme or `www.` only under endings that nothing else in a sentence has. */
const BARE =
  /(?<![\p{L}\p{N}@./_-])(?:[a-z0-9](?:[a-z0-9-]{0,60}[a-z0-9])?\.){1,3}(?:com|net|org|blog|shop|de|fr|es|it|nl|pl|se|pt|eu|ch|co\.uk|org\.uk)(?:\/[^\s<>"'()]{0,200})?(?![\p{L}\p{N}@-])/gu;

export interface SiteAddress {
  readonly url: string;
  /** The site is what applies; else an account that also names one. */
  readonly isApplicant: boolean;
}

/**
 * The site that an application names: in a field of its own, as the handle of a blog, or in its words. A page on a social
 * platform is none, and neither is a link that pays somebody or hides where it leads.
 *
 * @param applicant - as given; its fields are nobody's schema.
 * @returns null when it names none.
 */
export function siteAddress(applicant: unknown, application: Application): SiteAddress | null {
  const { platform, handle, bio, claimed, pitch } = application;
  const isAccount = platform === 'instagram' || platform === 'tiktok' || platform === 'youtube';
  const record = isRecord(applicant) ? applicant : {};
  const contact = isRecord(record.contact) ? record.contact : {};
  const named = FIELDS.flatMap((field) => [record[field], contact[field]]);
  const words = [bio, claimed, pitch].join('\n');
  const candidates = [
    ...named,
    ...(isAccount ? [] : [handle]),
    ...(words.match(ADDRESS) ?? []),
    ...(words.match(BARE) ?? []),
  ];
  for (const candidate of candidates) {
    const url = typeof candidate === 'string' ? addressOf(candidate) : null;
    if (url !== null) return { url, isApplicant: !isAccount };
  }
  return null;
}

function addressOf(text: string): string | null {
  const bare = text.trim().replace(/[.,;:!?…]+$/u, '');
  if (bare === '' || bare.length > LENGTH_MAX || /\s/u.test(bare)) return null;
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//iu.test(bare);
  // A name without a scheme has to end like one: `maya.at.home` is a handle.
  if (!hasScheme && (bare.includes('@') || parse(bare).isIcann !== true)) return null;
  const url = URL.parse(hasScheme ? bare : `https://${bare}`);
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === '') return null;
  const host = url.hostname.replace(/^www\./, '').toLowerCase();
  if (PLATFORMS.test(host) || identifyLink(url) !== null) return null;
  url.username = '';
  url.password = '';
  url.hash = '';
  return url.href;
}

/** Whether two addresses are of one owner: the same registered domain, or below a host of many owners the same name. */
export function isSameSite(one: string, other: string): boolean {
  const hosts = [one, other].map((url) => URL.parse(url)?.hostname.replace(/^www\./, '') ?? '');
  const [first, second] = hosts.map((host) => {
    const domain = getDomain(host, { allowPrivateDomains: true });
    return domain === null || MANY_OWNERS.includes(domain) ? host : domain;
  });
  return first === second;
}

import type { CaptureErrorCode } from '../../web/capture-error.ts';
import type { Problem } from '../application.ts';
import type { Finding } from '../flag.ts';
import type { VettingPolicy } from '../vetting-policy.ts';
import { disclosureOf } from './disclosure-of.ts';
import type { ObservedSite, ReadSitePage } from './observed-site.ts';
import type { SiteFacts } from './site-facts.ts';

/** An applicant's site as the rules of vetting use it. */
export interface SiteReading {
  readonly facts: SiteFacts;
  readonly findings: readonly Finding[];
  /** What could not be read: lowers confidence. */
  readonly problems: readonly Problem[];
  /** Sentences that are no flag. */
  readonly reasons: readonly string[];
}

/** What is known of a site: seen, or why nobody looked. */
export interface KnownSite {
  readonly observed: ObservedSite | null;
  /** Null when it was looked at. */
  readonly reason: string | null;
}

const COUPON_TYPES: readonly ReadSitePage['contentType'][] = ['coupon_site', 'deal_aggregator'];
const CODES_PAGE: readonly ReadSitePage['contentType'][] = [...COUPON_TYPES, 'merchant_coupon_page'];
/** A surer type than this is taken at its word on one page alone. */
const SURE = 0.6;
const DAY_MS = 86_400_000;
/** Nobody's fault but the site's own. */
const WHY: Partial<Record<CaptureErrorCode, string>> = {
  too_large: 'its page is larger than is read',
  too_slow: 'it did not answer in time',
  too_many_redirects: 'it leads on and on',
  not_html: 'what stands there is no page',
  http_status: 'it answers with an error',
  blocked_address: 'its address leads into a private network',
  url_refused: 'its address is none that may be asked for',
  unreadable: 'its page cannot be decoded',
};

/**
 * Judges what was seen of a site. Only what is certain becomes a flag: nothing there where an applicant says that the site
 * is what applies, another's domain behind the address, paid links on pages read whole that nothing discloses.
 *
 * @param isApplicant - the site is what applies; else an account that also names one.
 */
export function siteReading(
  { observed, reason }: KnownSite,
  { isApplicant, now, policy }: { isApplicant: boolean; now: Date; policy: VettingPolicy },
): SiteReading {
  if (observed === null)
    return {
      facts: { ...NOTHING, state: 'unread', isApplicant },
      findings: [],
      problems: [{ kind: 'unreadable', sentence: `Its site was not read: ${reason}` }],
      reasons: [],
    };
  if (observed.state !== 'read') return notRead(observed, isApplicant);
  const { pages, missed, listing } = observed;
  const posts = pages.filter(({ isStart }) => !isStart);
  const judged = posts.length > 0 ? posts : pages;
  const newestAt = newestOf(observed, now);
  const days = newestAt === null ? null : (now.getTime() - new Date(newestAt).getTime()) / DAY_MS;
  const disclosure = disclosureOf(pages);
  const facts: SiteFacts = {
    state: 'read',
    isApplicant,
    pages: pages.length,
    isCouponSite: isCouponSite(pages),
    problemSolving: judged.reduce((sum, page) => sum + page.problemSolving, 0) / Math.max(1, judged.length),
    activity: days === null ? 'unknown' : days > policy.siteDormantDays ? 'dormant' : 'active',
    newestAt,
    disclosure: disclosure.state,
  };
  const codesPages = pages.filter(({ contentType }) => CODES_PAGE.includes(contentType)).length;
  return {
    facts,
    findings: [
      ...(observed.leadsElsewhere && isApplicant ? [ELSEWHERE] : []),
      ...(disclosure.state === 'missing'
        ? [{ flag: 'undisclosed_ads' as const, sentence: disclosure.sentence }]
        : []),
    ],
    problems: missed.length === 0 ? [] : [missedPosts(missed.length)],
    reasons: [
      ...(facts.isCouponSite
        ? [`Its site is a coupon site: ${codesPages} of ${pages.length} pages read list codes or deals.`]
        : codesPages > 0
          ? [`${codesPages} of ${pages.length} pages read of its site list codes.`]
          : []),
      ...(disclosure.state === 'unclear' ? [disclosure.sentence] : []),
      ...(facts.activity === 'dormant' && days !== null
        ? [`Its site looks dormant: the newest date is ${Math.floor(days)} days old.`]
        : []),
      ...(listing !== null && posts.length === 0 && missed.length === 0
        ? ['No sitemap or feed names a post of its site, so only the start page was read.']
        : []),
    ],
  };
}

const NOTHING: Omit<SiteFacts, 'state' | 'isApplicant'> = {
  pages: 0,
  isCouponSite: false,
  problemSolving: null,
  activity: 'unknown',
  newestAt: null,
  disclosure: 'unclear',
};
const ELSEWHERE: Finding = {
  flag: 'identity_verification_needed',
  sentence: 'The address it gives leads to another site, so whose it is remains open.',
};

const missedPosts = (count: number): Problem => ({
  kind: 'unreadable',
  sentence: `${count === 1 ? 'One of the newest posts' : `${count} of the newest posts`} of its site could not be read.`,
});

/** A site that forbids reading has its reasons; one that is not there, or no page, is what an applicant has to clear. */
function notRead({ state, failure }: ObservedSite, isApplicant: boolean): SiteReading {
  const facts: SiteFacts = { ...NOTHING, state, isApplicant };
  const because = WHY[failure?.code ?? 'unreadable'] ?? 'it does not answer';
  const sentence =
    state === 'gone'
      ? 'Its site was not found under the address given.'
      : state === 'forbidden'
        ? 'Its site was not read: its robots.txt forbids it.'
        : `Its site could not be read: ${because}.`;
  const isFlag = isApplicant && state !== 'forbidden';
  return {
    facts,
    findings: isFlag ? [{ flag: 'unreachable', sentence }] : [],
    problems: isFlag ? [] : [{ kind: 'unreadable', sentence }],
    reasons: [],
  };
}

function isCouponSite(pages: readonly ReadSitePage[]): boolean {
  const coupon = pages.filter(({ contentType }) => COUPON_TYPES.includes(contentType));
  return coupon.length >= 2 || coupon.some(({ isStart, confidence }) => isStart && confidence >= SURE);
}

/** Of the listing and the pages' own dates; what lies in the future is no date. */
function newestOf({ pages, listing }: ObservedSite, now: Date): string | null {
  const times = [listing?.newestAt ?? null, ...pages.map(({ datedAt }) => datedAt)]
    .flatMap((text) => (text === null ? [] : [new Date(text).getTime()]))
    .filter((time) => Number.isFinite(time) && time <= now.getTime() + DAY_MS);
  return times.length === 0 ? null : new Date(Math.max(...times)).toISOString();
}

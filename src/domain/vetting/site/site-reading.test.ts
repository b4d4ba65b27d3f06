import { describe, expect, it } from 'vitest';
import { planApplication } from '../../applications/plan-application.ts';
import { DEFAULT_POLICY } from '../../policies.ts';
import { readApplication } from '../read-application.ts';
import { vetApplication } from '../vet-application.ts';
import type { Vetting } from '../vetting-result.ts';
import { declaredTraffic } from './declared-traffic.ts';
import type { ObservedSite, ReadSitePage } from './observed-site.ts';
import { siteReading } from './site-reading.ts';

const NOW = new Date('2026-11-20T09:00:00Z');
const page = (more: Partial<ReadSitePage> = {}): ReadSitePage => ({
  url: 'https://maya.example/post',
  captureId: '4dd5a3f4-6c29-4c0a-a1f4-1f5a3a8a4a01',
  sha256: 'a'.repeat(64),
  isStart: false,
  contentType: 'how_to',
  confidence: 0.8,
  problemSolving: 0.6,
  language: 'en',
  datedAt: '2026-11-01',
  disclosure: null,
  paidLinks: [],
  ourLinks: null,
  brand: null,
  codes: 0,
  isWhole: true,
  ...more,
});
const start = (more: Partial<ReadSitePage> = {}) =>
  page({ isStart: true, contentType: 'other_editorial', ...more });
const seen = (pages: ReadSitePage[], more: Partial<ObservedSite> = {}): ObservedSite => ({
  state: 'read',
  url: 'https://maya.example/',
  finalUrl: 'https://maya.example/',
  leadsElsewhere: false,
  readAt: NOW.toISOString(),
  failure: null,
  pages,
  missed: [],
  listing: { pages: 40, isCut: false, sources: 1, newestAt: '2026-11-10T00:00:00.000Z', recent: 3 },
  ...more,
});
const reading = (observed: ObservedSite | null, isApplicant = true) =>
  siteReading(
    { observed, reason: observed === null ? 'its host could not be asked in time.' : null },
    { isApplicant, now: NOW, policy: DEFAULT_POLICY.vetting },
  );

/** A blog of which nothing speaks against an acceptance. */
function vetted(observed: ObservedSite | null | undefined, more: Record<string, unknown> = {}): Vetting {
  const read = readApplication({
    id: 'a',
    platform: 'blog',
    handle: 'maya.example',
    language: 'en',
    bio: 'Tables, tea and small rooms, photographed at home in Leeds.',
    pitch: 'I write about gifts for the home.',
    stats: { followers: 9_000, following: 200, posts: 300, last_likes: [400, 420], last_comments: [20, 22] },
    ...more,
  });
  if ('error' in read) throw new Error('unreadable');
  return vetApplication(read.application, read.problems, {
    policy: DEFAULT_POLICY.vetting,
    now: NOW,
    batch: null,
    look: null,
    site: observed === undefined ? null : reading(observed),
  });
}

describe('disclosure', () => {
  const paid = (more: Partial<ReadSitePage> = {}) =>
    page({ paidLinks: [{ network: 'awin', count: 3 }], ...more });

  it('is missing where links of a known network stand on a whole page and nothing says so', () => {
    const { facts, findings } = reading(seen([start(), paid()]));
    expect(facts.disclosure).toBe('missing');
    expect(findings.map(({ flag }) => flag)).toEqual(['undisclosed_ads']);
    expect(vetted(seen([start(), paid()]))).toMatchObject({ decision: 'review', flags: ['undisclosed_ads'] });
  });

  it.each([
    ['the start page was not read whole', [start({ isWhole: false }), paid()]],
    ['the post was not read whole', [start(), paid({ isWhole: false })]],
    ['its language is one whose words are not known', [start(), paid({ language: 'fi' })]],
    ['the links are only marked as paid', [start(), paid({ paidLinks: [{ network: 'unknown', count: 9 }] })]],
    ['one link may be a quotation', [start(), paid({ paidLinks: [{ network: 'awin', count: 1 }] })]],
    ['the page is a shop’s own', [start(), paid({ contentType: 'product' })]],
  ])('is unclear and no flag where %s', (_why, pages) => {
    const { facts, findings, reasons } = reading(seen(pages));
    expect(facts.disclosure).toBe('unclear');
    expect(findings).toEqual([]);
    expect(reasons.join(' ')).toContain('no disclosure was recognised');
  });

  it('is found beside the links or on the start page, and nobody’s duty without paid links', () => {
    const disclosure = { where: 'top', kind: 'affiliate' } as const;
    expect(reading(seen([start(), paid({ disclosure })])).facts.disclosure).toBe('found');
    expect(reading(seen([start({ disclosure }), paid()])).facts.disclosure).toBe('found');
    const short = paid({ paidLinks: [{ network: 'bitly', count: 4 }] });
    expect(reading(seen([start(), short])).facts.disclosure).toBe('no_paid_links');
  });
});

it('calls a coupon site one, as a reason and in the score, and lets no policy accept it unseen', () => {
  const honest = vetted(seen([start(), page(), page()]));
  const coupons = vetted(seen([start({ contentType: 'coupon_site', codes: 12 }), page()]));
  expect(honest).toMatchObject({ decision: 'accept', flags: [], site: { isCouponSite: false } });
  expect(coupons).toMatchObject({ decision: 'accept', flags: [], site: { isCouponSite: true } });
  expect(coupons.reasons.join(' ')).toContain('coupon site');
  expect(coupons.score).toBeLessThan(honest.score);
  expect(planApplication(honest).automatic).toBe(true);
  expect(planApplication(coupons)).toMatchObject({ wish: 'accept', automatic: false });
});

it('flags a site that is not there only where the site is what applies', () => {
  const failure = { code: 'unreachable', message: 'There is no such name.' } as const;
  const gone = seen([], { state: 'gone', failure, listing: null });
  expect(vetted(gone)).toMatchObject({ decision: 'review', flags: expect.arrayContaining(['unreachable']) });
  const ofAccount = reading(gone, false);
  expect(ofAccount.findings).toEqual([]);
  expect(ofAccount.problems).toHaveLength(1);
});

it('accepts nothing in silence that it could not read: confidence falls, the score stays, and nothing passes by itself', () => {
  const unasked = vetted(undefined);
  for (const observed of [
    null,
    seen([], {
      state: 'forbidden',
      failure: { code: 'robots_disallowed', message: 'No.' },
      listing: null,
    }),
  ]) {
    const unread = vetted(observed);
    expect(unread.flags).toEqual(unasked.flags);
    expect(unread.score).toBe(unasked.score);
    expect(unread.confidence).toBeLessThan(unasked.confidence);
    expect(unread.reasons.join(' ')).toContain('Its site was not read');
    expect(planApplication(unread).automatic).toBe(false);
  }
  const huge = seen([], { state: 'unreadable', failure: { code: 'too_large', message: '6 MB.' } });
  expect(vetted(huge)).toMatchObject({ decision: 'review' });
  expect(vetted(huge).reasons.join(' ')).toContain('larger than is read');
});

it('asks whose site it is when the address leads to somebody else’s', () => {
  const moved = vetted(seen([start()], { leadsElsewhere: true }));
  expect(moved).toMatchObject({ decision: 'review', flags: ['identity_verification_needed'] });
  expect(reading(seen([start()], { leadsElsewhere: true }), false).findings).toEqual([]);
});

it('tells a dormant site from a living one, and takes no date from the future', () => {
  const old = { datedAt: '2024-03-01' };
  const listing = { pages: 9, isCut: false, sources: 1, newestAt: '2024-06-01T00:00:00.000Z', recent: 0 };
  const dormant = reading(seen([start(old), page({ datedAt: '2031-01-01' })], { listing }));
  expect(dormant.facts).toMatchObject({ activity: 'dormant', newestAt: '2024-06-01T00:00:00.000Z' });
  expect(dormant.reasons.join(' ')).toContain('dormant');
  expect(reading(seen([start(), page()])).facts.activity).toBe('active');
  expect(
    reading(seen([start({ datedAt: null })], { listing: { ...listing, newestAt: null } })).facts.activity,
  ).toBe('unknown');
});

it('does not call a site without a handle unreachable once its pages were read', () => {
  const nameless = { handle: undefined, bio: 'Tables and tea', pitch: 'Gifts for the home' };
  expect(vetted(undefined, nameless).flags).toContain('unreachable');
  expect(vetted(seen([start(), page()]), nameless).flags).toEqual([]);
});

it('reads declared traffic from fields of its own and takes nothing for a figure that is none', () => {
  expect(
    declaredTraffic({
      monthly_visits: '40k',
      stats: { page_views: 90_000 },
      claimed: { newsletter_subscribers: '1.200' },
    }),
  ).toEqual([
    { name: 'visits a month', value: 40_000 },
    { name: 'page views a month', value: 90_000 },
    { name: 'newsletter readers', value: 1_200 },
  ]);
  expect(declaredTraffic({ visits: 'many', traffic: -4, stats: 'x', readers: Number.NaN })).toEqual([]);
});

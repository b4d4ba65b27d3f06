import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeLeak } from './judge-leak.ts';
import type { LeakFacts } from './leak-facts.ts';
import { LEAK_POLICY_DEFAULTS as POLICY } from './leak-policy.ts';
import { nextCode } from './next-code.ts';
import { planLeak } from './plan-leak.ts';

const FACTS: LeakFacts = {
  codeKind: 'influencer',
  ownerPartnerId: 'owner',
  ownerIsKeyAccount: false,
  sitePartnerId: 'site',
  isEnded: false,
  pageSaysEnded: false,
  orders: 20,
  ownerOrders: 10,
  siteOrders: 0,
  untargetedOrders: 0,
  knownVisitorOrders: 20,
  recentOrders: 2,
  baselineOrders: 18,
  ownerClicksFromSite: 0,
  earlierLeaks: 0,
  ledgerFact: null,
};
const FACT = { network: 'awin', conversionId: 'c1' };
const verdictOf = (change: Partial<LeakFacts>) => judgeLeak({ ...FACTS, ...change }, POLICY).verdict;
const kindsOf = (change: Partial<LeakFacts>) => {
  const facts = { ...FACTS, ...change };
  return planLeak(judgeLeak(facts, POLICY).verdict, facts, POLICY).kinds;
};

describe('judgeLeak', () => {
  it.each([
    ['a public code', { codeKind: 'public', ownerPartnerId: null }, 'public'],
    ['the owner’s own site', { sitePartnerId: 'owner' }, 'allowed'],
    ['a page that calls it expired', { pageSaysEnded: true, isEnded: true }, 'allowed'],
    ['a code that is over', { isEnded: true }, 'retired_still_shown'],
    ['a newsletter code', { codeKind: 'newsletter', ownerPartnerId: null }, 'leak_by_customer'],
    ['a staff code', { codeKind: 'staff', ownerPartnerId: null }, 'leak_by_customer'],
    ['no owner and no kind', { codeKind: null, ownerPartnerId: null }, 'unclear'],
    ['orders that say nothing', {}, 'unclear'],
    ['orders credited to the site', { siteOrders: 3 }, 'leak_by_customer'],
    ['strangers to the owner using it', { untargetedOrders: 12 }, 'leak_by_customer'],
    ['the owner’s clicks from the site', { ownerClicksFromSite: 5 }, 'leak_by_owner'],
    [
      'a surge that pays the owner',
      { recentOrders: 14, baselineOrders: 4, ownerOrders: 18 },
      'leak_by_owner',
    ],
    ['both at once', { ownerClicksFromSite: 5, siteOrders: 2 }, 'unclear'],
  ] as const)('takes %s for %s', (_name, change, verdict) => {
    expect(verdictOf(change)).toBe(verdict);
  });

  it('always gives a reason, and says when there is too little to tell', () => {
    const { reasons } = judgeLeak({ ...FACTS, knownVisitorOrders: 0, recentOrders: 0 }, POLICY);
    expect(reasons.join(' ')).toMatch(/too few to say.*Too few shoppers/s);
  });
});

describe('planLeak', () => {
  it('asks for what the verdict calls for', () => {
    expect(kindsOf({ siteOrders: 3, ledgerFact: FACT })).toEqual([
      'code.reissue',
      'commission.zero-non-owner',
      'site.blacklist',
    ]);
    expect(kindsOf({ siteOrders: 3 })).not.toContain('site.blacklist');
    expect(kindsOf({ ownerClicksFromSite: 5 })).toEqual(['code.retire', 'partner.warn']);
    expect(kindsOf({ ownerClicksFromSite: 5, earlierLeaks: 2 })).toContain('partner.offboard');
    expect(kindsOf({ ownerClicksFromSite: 5, earlierLeaks: 9, ownerIsKeyAccount: true })).toEqual([
      'code.retire',
      'partner.warn',
    ]);
    expect(kindsOf({ isEnded: true })).toEqual(['partner.warn']);
    expect(kindsOf({ isEnded: true, sitePartnerId: null })).toEqual([]);
    expect(kindsOf({})).toEqual(['commission.zero-non-owner']);
  });

  const count = fc.integer({ min: 0, max: 40 });
  const facts: fc.Arbitrary<LeakFacts> = fc.record({
    codeKind: fc.constantFrom('public', 'newsletter', 'staff', 'influencer', 'partner-exclusive', null),
    ownerPartnerId: fc.constantFrom('owner', null),
    ownerIsKeyAccount: fc.boolean(),
    sitePartnerId: fc.constantFrom('owner', 'site', null),
    isEnded: fc.boolean(),
    pageSaysEnded: fc.boolean(),
    orders: count,
    ownerOrders: count,
    siteOrders: count,
    untargetedOrders: count,
    knownVisitorOrders: count,
    recentOrders: count,
    baselineOrders: count,
    ownerClicksFromSite: count,
    earlierLeaks: count,
    ledgerFact: fc.constantFrom(FACT, null),
  });

  it('never blacklists on a page alone, never offboards Tier 1 or without repetition, never acts on what is allowed', () => {
    fc.assert(
      fc.property(facts, (each) => {
        const { verdict, reasons } = judgeLeak(each, POLICY);
        const { kinds, letterTo } = planLeak(verdict, each, POLICY);
        expect(reasons.length).toBeGreaterThan(0);
        expect(kinds.length).toBeLessThanOrEqual(3);
        if (kinds.includes('site.blacklist')) {
          expect(each.ledgerFact).not.toBeNull();
          expect(each.siteOrders).toBeGreaterThan(0);
          expect(each.sitePartnerId === each.ownerPartnerId && each.ownerPartnerId !== null).toBe(false);
        }
        if (kinds.includes('partner.offboard')) {
          expect(each.ownerIsKeyAccount).toBe(false);
          expect(each.earlierLeaks + 1).toBeGreaterThanOrEqual(POLICY.offboardLeaksFrom);
        }
        if (kinds.some((kind) => kind === 'partner.warn' || kind === 'partner.offboard'))
          expect(letterTo).not.toBeNull();
        if (each.sitePartnerId === each.ownerPartnerId && each.ownerPartnerId !== null && !each.isEnded)
          expect(kinds).toEqual([]);
      }),
    );
  });
});

describe('nextCode', () => {
  it('keeps the word and the number, and takes another one while the first is taken', () => {
    const first = nextCode('ANNA15', 'case', () => false);
    expect(first).toMatch(/^ANNA15[A-Z2-9]{4}$/);
    expect(nextCode('ANNA15', 'case', () => false)).toBe(first);
    expect(nextCode('ANNA15', 'case', (code) => code === first)).not.toBe(first);
    expect(nextCode('öko-woche', 'case', () => false)).toMatch(/^[A-Z0-9]{4,40}$/);
  });
});

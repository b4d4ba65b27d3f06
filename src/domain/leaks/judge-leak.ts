import type { LeakFacts, LeakVerdict } from './leak-facts.ts';
import type { LeakPolicy } from './leak-policy.ts';
import { velocityOf } from './velocity-of.ts';

export interface LeakJudgement {
  readonly verdict: LeakVerdict;
  /** Which evidence there is, and which is missing; sentences of ours. */
  readonly reasons: readonly string[];
}

/** Codes that go to many people without an owner. */
const SENT_TO_MANY: Readonly<Record<string, string>> = {
  newsletter: 'It is sent to newsletter readers only, and has no owner: a reader passed it on.',
  staff: 'It is for staff and their families, and has no owner: one of them passed it on.',
};

/**
 * Who let a code of ours onto a page that may not show it. Order data tell the owner and a customer apart; where they do
 * not, the verdict is `unclear` and says what is missing. Source: the rules of domain "coupons": owner ≠ publisher is a leak.
 */
export function judgeLeak(facts: LeakFacts, policy: LeakPolicy): LeakJudgement {
  const { codeKind, ownerPartnerId, sitePartnerId } = facts;
  if (facts.pageSaysEnded) return only('allowed', 'The page itself says that the code is over.');
  if (facts.isEnded) return only('retired_still_shown', 'The code is over, and the page still offers it.');
  if (codeKind === 'public') return only('public', 'The code is for everybody.');
  if (ownerPartnerId !== null && ownerPartnerId === sitePartnerId)
    return only('allowed', 'The site belongs to the owner of the code.');
  if (ownerPartnerId === null) {
    const sentence = SENT_TO_MANY[codeKind ?? ''];
    return sentence === undefined
      ? only('unclear', 'The internal table names neither an owner nor a kind that says who may show it.')
      : only('leak_by_customer', sentence);
  }
  return betweenOwnerAndCustomer(facts, policy);
}

function betweenOwnerAndCustomer(facts: LeakFacts, policy: LeakPolicy): LeakJudgement {
  const byOwner = ownerSigns(facts, policy);
  const byCustomer = customerSigns(facts, policy);
  const reasons = [
    'The code belongs to one partner, and the site is not that partner’s.',
    ...byOwner,
    ...byCustomer,
    ...missing(facts, policy),
  ];
  if (byOwner.length > byCustomer.length) return { verdict: 'leak_by_owner', reasons };
  if (byCustomer.length > byOwner.length) return { verdict: 'leak_by_customer', reasons };
  const why =
    byOwner.length === 0
      ? 'Nothing in the orders tells whether the owner or a customer passed it on.'
      : 'The orders speak for the owner as much as for a customer.';
  return { verdict: 'unclear', reasons: [...reasons, why] };
}

function ownerSigns(facts: LeakFacts, policy: LeakPolicy): string[] {
  const { orders, ownerOrders, siteOrders, ownerClicksFromSite } = facts;
  const signs: string[] = [];
  if (ownerClicksFromSite >= policy.ownerClicksFrom)
    signs.push(`${ownerClicksFromSite} clicks credited to the owner came from this very site.`);
  const velocity = velocityOf(facts, policy);
  const isOwnersGain =
    orders >= policy.ordersMin && ownerOrders / orders >= policy.ownerShareFrom && siteOrders === 0;
  if (velocity !== null && velocity >= policy.velocityFrom && isOwnersGain)
    signs.push(
      `The code is used ${velocity.toFixed(1)} times as fast as before, and ${ownerOrders} of ${orders} orders with it are credited to the owner.`,
    );
  return signs;
}

function customerSigns(facts: LeakFacts, policy: LeakPolicy): string[] {
  const { orders, siteOrders, untargetedOrders, knownVisitorOrders } = facts;
  const signs: string[] = [];
  if (siteOrders > 0)
    signs.push(`${siteOrders} of ${orders} orders with the code are credited to the site’s partner.`);
  if (
    knownVisitorOrders >= policy.ordersMin &&
    untargetedOrders / knownVisitorOrders >= policy.untargetedShareFrom
  )
    signs.push(
      `${untargetedOrders} of ${knownVisitorOrders} shoppers who used it had not come by the owner in the ${policy.touchDays} days before.`,
    );
  return signs;
}

function missing(
  { knownVisitorOrders, recentOrders }: LeakFacts,
  { ordersMin, recentDays }: LeakPolicy,
): string[] {
  const gaps: string[] = [];
  if (recentOrders < ordersMin)
    gaps.push(
      `Only ${recentOrders} orders with it in ${recentDays} days: too few to say whether it is used faster.`,
    );
  if (knownVisitorOrders < ordersMin)
    gaps.push('Too few shoppers are known to say whether it reached others than the owner’s.');
  return gaps;
}

const only = (verdict: LeakVerdict, reason: string): LeakJudgement => ({ verdict, reasons: [reason] });

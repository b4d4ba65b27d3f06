import type { EffectKind } from '../proposals/effect.ts';
import type { LeakFacts, LeakVerdict } from './leak-facts.ts';
import type { LeakPolicy } from './leak-policy.ts';

export const LEAK_KINDS = [
  'code.retire',
  'code.reissue',
  'commission.zero-non-owner',
  'site.blacklist',
  'partner.warn',
  'partner.offboard',
] as const satisfies readonly EffectKind[];
export type LeakKind = (typeof LEAK_KINDS)[number];

export interface LeakPlan {
  /** What to ask a person for, the most pressing first. */
  readonly kinds: readonly LeakKind[];
  /** Who gets the letter, where there is one. */
  readonly letterTo: string | null;
}

/**
 * What a verdict asks a person to decide. A site is blacklisted only on orders it earned with the code; a partner is
 * offboarded only on repetition, and never one of Tier 1.
 */
export function planLeak(verdict: LeakVerdict, facts: LeakFacts, policy: LeakPolicy): LeakPlan {
  const { ownerPartnerId, sitePartnerId } = facts;
  switch (verdict) {
    case 'leak_by_owner': {
      if (ownerPartnerId === null) return NOTHING;
      const isRepeated = facts.earlierLeaks + 1 >= policy.offboardLeaksFrom && !facts.ownerIsKeyAccount;
      return {
        kinds: ['code.retire', isRepeated ? 'partner.offboard' : 'partner.warn'],
        letterTo: ownerPartnerId,
      };
    }
    case 'leak_by_customer': {
      const mayBlacklist = facts.ledgerFact !== null && facts.siteOrders >= policy.blacklistOrdersFrom;
      const kinds: LeakKind[] =
        ownerPartnerId === null ? ['code.retire'] : ['code.reissue', 'commission.zero-non-owner'];
      return { kinds: mayBlacklist ? [...kinds, 'site.blacklist'] : kinds, letterTo: null };
    }
    case 'retired_still_shown':
      return sitePartnerId === null ? NOTHING : { kinds: ['partner.warn'], letterTo: sitePartnerId };
    case 'unclear':
      return ownerPartnerId === null ? NOTHING : { kinds: ['commission.zero-non-owner'], letterTo: null };
    case 'public':
    case 'allowed':
      return NOTHING;
    default:
      return verdict satisfies never;
  }
}

const NOTHING: LeakPlan = { kinds: [], letterTo: null };

import type { VettingFlag } from '../vetting/flag.ts';
import type { Vetting } from '../vetting/vetting-result.ts';
import type { AskedFact } from './asked-fact.ts';

export type ApplicationWish = 'accept' | 'decline' | 'ask';

export interface ApplicationPlan {
  readonly wish: ApplicationWish;
  /** What the applicant would be asked for; empty when nothing is missing. */
  readonly missing: readonly AskedFact[];
  /** Vetting itself could not decide: whoever looks at the card does. */
  readonly needsPerson: boolean;
  /** The policy may let it pass where it lists the kind. */
  readonly automatic: boolean;
}

/** Flags that the applicant can clear by sending something. */
const ASKED: Partial<Record<VettingFlag, AskedFact>> = {
  statistics_insufficient: 'figures',
  private_or_empty: 'access',
  unreachable: 'profile',
  identity_verification_needed: 'identity',
  claim_mismatch: 'proof',
};
/** Flags that decide nothing by themselves. */
const SILENT: readonly VettingFlag[] = ['statistics_insufficient'];
const CONFIDENCE_TO_PASS = 0.7;

/**
 * What vetting's decision calls for. A review asks the applicant when all that was found can be cleared by asking;
 * otherwise a person sees an acceptance that no policy may let pass, and turning it down calls for a decline.
 */
export function planApplication({ decision, flags, confidence, site }: Vetting): ApplicationPlan {
  const missing = [...new Set(flags.flatMap((flag) => ASKED[flag] ?? []))];
  const loud = flags.filter((flag) => !SILENT.includes(flag));
  switch (decision) {
    case 'decline':
      return { wish: 'decline', missing, needsPerson: false, automatic: true };
    case 'accept': {
      // A site that lists codes, or that nobody could read, passes nowhere unseen.
      const isSiteClear = site === null || (site.state === 'read' && !site.isCouponSite);
      const isClear = flags.length === 0 && confidence >= CONFIDENCE_TO_PASS && isSiteClear;
      return { wish: 'accept', missing, needsPerson: false, automatic: isClear };
    }
    case 'review': {
      const canBeCleared = missing.length > 0 && loud.every((flag) => ASKED[flag] !== undefined);
      return canBeCleared
        ? { wish: 'ask', missing, needsPerson: false, automatic: true }
        : { wish: 'accept', missing, needsPerson: true, automatic: false };
    }
    default:
      return decision satisfies never;
  }
}

import assert from 'node:assert';
import { couponWatch } from '../../agents/coupon-watch.ts';
import type { LeakKind } from '../../src/domain/leaks/plan-leak.ts';
import { proposeBlacklist } from '../../tools/coupons/propose-blacklist.ts';
import { proposeOffboard } from '../../tools/coupons/propose-offboard.ts';
import { proposeReissue } from '../../tools/coupons/propose-reissue.ts';
import { proposeRetire } from '../../tools/coupons/propose-retire.ts';
import { proposeWarning } from '../../tools/coupons/propose-warning.ts';
import { proposeZeroNonOwner } from '../../tools/coupons/propose-zero-non-owner.ts';
import { cardOf, letterOf, proposeKinds } from '../propose-kinds.ts';
import type { CouponState } from './coupon-state.ts';

export const propose = proposeKinds<LeakKind, CouponState>({
  tools: [
    proposeRetire,
    proposeReissue,
    proposeZeroNonOwner,
    proposeBlacklist,
    proposeWarning,
    proposeOffboard,
  ],
  proposalsMax: couponWatch.limits.proposalsMax,
  propose(kind, state, call) {
    const { caseId, asOf } = state;
    assert(caseId !== null && asOf !== null, 'the case was judged before');
    const draft = { caseId, asOf, ...cardOf(kind, state) };
    switch (kind) {
      case 'code.retire':
        return call(proposeRetire, draft);
      case 'code.reissue':
        return call(proposeReissue, draft);
      case 'commission.zero-non-owner':
        return call(proposeZeroNonOwner, draft);
      case 'site.blacklist':
        return call(proposeBlacklist, draft);
      case 'partner.warn':
        return call(proposeWarning, { ...draft, ...letterOf(kind, state) });
      case 'partner.offboard':
        return call(proposeOffboard, { ...draft, ...letterOf(kind, state) });
      default:
        return kind satisfies never;
    }
  },
});

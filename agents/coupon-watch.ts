import { z } from 'zod';
import { collectEvidence } from '../tools/coupons/collect-evidence.ts';
import { proposeBlacklist } from '../tools/coupons/propose-blacklist.ts';
import { proposeOffboard } from '../tools/coupons/propose-offboard.ts';
import { proposeReissue } from '../tools/coupons/propose-reissue.ts';
import { proposeRetire } from '../tools/coupons/propose-retire.ts';
import { proposeWarning } from '../tools/coupons/propose-warning.ts';
import { proposeZeroNonOwner } from '../tools/coupons/propose-zero-non-owner.ts';
import { defineAgent } from './define-agent.ts';

const Card = z.strictObject({ title: z.string().min(1).max(240), summary: z.string().min(1).max(1_800) });
const Letter = z.strictObject({
  ...Card.shape,
  subject: z.string().min(1).max(200),
  body: z.string().min(1).max(8_000),
});

/** Words what leaks ask for. It sees no page: codes, verdicts and every figure are code. */
export const couponWatch = defineAgent({
  name: 'coupon-watch',
  prompt: 'coupon-watch.md',
  tools: [
    collectEvidence,
    proposeRetire,
    proposeReissue,
    proposeZeroNonOwner,
    proposeBlacklist,
    proposeWarning,
    proposeOffboard,
  ],
  outputs: {
    'code.retire': Card,
    'code.reissue': Card,
    'commission.zero-non-owner': Card,
    'site.blacklist': Card,
    'partner.warn': Letter,
    'partner.offboard': Letter,
  },
  limits: { stepsMax: 25, proposalsMax: 4 },
});

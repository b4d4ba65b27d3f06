import { listSightingsToJudge } from '../../db/queries/coupons/list-sightings-to-judge.ts';
import { defineNode } from '../define-node.ts';
import type { CouponState } from './coupon-state.ts';

/** More wait for the next run. */
const SIGHTINGS_MAX = 500;
/** Figures older than this are looked at again while nothing was proposed on them. */
const JUDGE_AGAIN_MS = 24 * 3_600_000;

/** The sightings that wait for a verdict: each becomes a work item with a thread of its own. */
export const findSightings = defineNode<CouponState, Pick<CouponState, 'items'>>({
  name: 'find-sightings',
  tools: [],
  agent: null,
  async run(_state, { deps }) {
    const judgedBefore = new Date(deps.now().getTime() - JUDGE_AGAIN_MS);
    return { items: await listSightingsToJudge(deps.db, { judgedBefore, limit: SIGHTINGS_MAX }) };
  },
});

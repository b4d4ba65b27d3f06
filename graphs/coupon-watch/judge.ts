import assert from 'node:assert';
import { collectEvidence } from '../../tools/coupons/collect-evidence.ts';
import { defineNode } from '../define-node.ts';
import type { CouponState } from './coupon-state.ts';

type Judged = Pick<CouponState, 'asOf' | 'caseId' | 'facts' | 'kinds'>;

/**
 * Whose code it is, how it is used and who gained, and what that makes of the page. No word of the page comes in here.
 *
 * A revision looks again as of now, and asks for the revised kind alone, if it is still asked for.
 */
export const judge = defineNode<CouponState, Judged>({
  name: 'judge',
  tools: [collectEvidence],
  agent: null,
  async run({ event, revision }, { call, deps, step }) {
    const sightingId = event.item;
    assert(sightingId !== null, 'the thread of one sighting');
    const at = deps.now();
    // Orders that came since the run began count as well.
    const asOf = at.toISOString();
    const found = await call(collectEvidence, { sightingId, asOf });
    const { code, verdict, reasons, facts, kinds, words } = found;
    const caseId = await step('tool', 'record_case', async (counts) => {
      counts[verdict] = 1;
      return deps.recordCase(sightingId, { code, verdict, reasons, facts, at });
    });
    return {
      asOf,
      caseId,
      facts: { ...words, revised: revision === null ? null : 'yes' },
      kinds: revision === null ? kinds : kinds.filter((kind) => kind === revision.kind),
    };
  },
});

import { defineNode } from '../define-node.ts';
import type { CouponState } from './coupon-state.ts';

/** Looks at every source that is due. The app's role fetches, reads and writes; nothing of a page comes back but counts. */
export const watchSources = defineNode<CouponState, Pick<CouponState, 'counts'>>({
  name: 'watch-sources',
  tools: [],
  agent: null,
  async run(_state, { deps }) {
    return { counts: { ...(await deps.watchSources()) } };
  },
});

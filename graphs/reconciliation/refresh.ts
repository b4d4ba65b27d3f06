import { defineNode } from '../define-node.ts';
import type { ReconciliationState } from './reconciliation-state.ts';

/** Brings the kept reconciliation and the ledger up to now; the app's role does it, since it books. */
export const refresh = defineNode<ReconciliationState, Pick<ReconciliationState, 'counts'>>({
  name: 'refresh',
  tools: [],
  agent: null,
  async run(_state, { deps }) {
    return { counts: { ...(await deps.refreshReconciliation()) } };
  },
});

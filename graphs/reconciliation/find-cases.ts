import { listReturnCases } from '../../db/queries/reconciliation/list-return-cases.ts';
import { caseKey } from '../../src/domain/reconciliation/case-key.ts';
import { defineNode } from '../define-node.ts';
import type { ReconciliationState } from './reconciliation-state.ts';

/** Most money first; more wait for the next run. */
const CASES_MAX = 1_000;

/** The accounts with commission to take back: each becomes a work item with a thread of its own. */
export const findCases = defineNode<ReconciliationState, Pick<ReconciliationState, 'items'>>({
  name: 'find-cases',
  tools: [],
  agent: null,
  async run(_state, { deps }) {
    const min = BigInt(deps.policy.reconciliation.proposalMinMicros);
    const cases = await listReturnCases(deps.db, { minMicros: min, limit: CASES_MAX });
    return { items: cases.map(({ network, partner_id: partnerId }) => caseKey({ network, partnerId })) };
  },
});

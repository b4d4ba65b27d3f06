import assert from 'node:assert';
import { collectEvidence } from '../../tools/reconciliation/collect-evidence.ts';
import { defineNode } from '../define-node.ts';
import type { ReconciliationState } from './reconciliation-state.ts';

/** The figures about one account, and what they ask for. A revision asks for the revised kind alone, if it is still asked for. */
export const collectEvidenceNode = defineNode<
  ReconciliationState,
  Pick<ReconciliationState, 'facts' | 'kinds'>
>({
  name: 'collect-evidence',
  tools: [collectEvidence],
  agent: null,
  async run({ event, revision }, { call }) {
    assert(event.item !== null, 'the thread of one account');
    const { facts, kinds } = await call(collectEvidence, { caseKey: event.item });
    return {
      facts: { ...facts, revised: revision === null ? null : 'yes' },
      kinds: revision === null ? kinds : kinds.filter((kind) => kind === revision.kind),
    };
  },
});

import assert from 'node:assert';
import { listProposalsOfRun } from '../../db/queries/runs/list-proposals-of-run.ts';
import type { ReturnKind } from '../../src/domain/reconciliation/return-kinds.ts';
import { proposeClawback } from '../../tools/reconciliation/propose-clawback.ts';
import { proposeCorrection } from '../../tools/reconciliation/propose-correction.ts';
import { defineNode, type NodeContext } from '../define-node.ts';
import type { ReconciliationState } from './reconciliation-state.ts';

/** Puts each wish into the queue. Same wish, same row: running this twice adds nothing. */
export const propose = defineNode<ReconciliationState, Partial<ReconciliationState>>({
  name: 'propose',
  tools: [proposeCorrection, proposeClawback],
  agent: null,
  async run(state, { call, deps }) {
    const proposed: string[] = [];
    for (const kind of state.kinds) {
      const { proposals } = await callProposing(kind, state, call);
      proposed.push(...proposals.flatMap(({ proposalId }) => proposalId ?? []));
    }
    // What an earlier run proposed, and this one found unchanged, has its own thread waiting for it.
    const own = await listProposalsOfRun(deps.db, state.event.runId, proposed);
    return {
      proposalIds: [...new Set([...state.proposalIds, ...own])],
      // The words live on in the proposals; a sleeping thread keeps no copy.
      words: {},
      facts: {},
      kinds: [],
      revision: null,
    };
  },
});

async function callProposing(kind: ReturnKind, state: ReconciliationState, call: NodeContext['call']) {
  const { event, revision, words, madeBy } = state;
  const { title, summary } = words[kind] ?? {};
  assert(event.item !== null && madeBy !== null && title && summary, `${kind} was worded before`);
  const draft = {
    caseKey: event.item,
    title,
    summary,
    note: revision?.comment || null,
    answers: revision?.proposalId ?? null,
    madeBy,
  };
  switch (kind) {
    case 'commission.correct':
      return call(proposeCorrection, draft);
    case 'commission.clawback':
      return call(proposeClawback, draft);
    default:
      return kind satisfies never;
  }
}

import assert from 'node:assert';
import { listProposalsOfRun } from '../../db/queries/runs/list-proposals-of-run.ts';
import { proposeExtension } from '../../tools/locks/propose-extension.ts';
import { defineNode } from '../define-node.ts';
import type { EarlyLockState } from './early-lock-state.ts';

/** Puts the warning into the queue. Same wish, same row: running this twice adds nothing. */
export const propose = defineNode<EarlyLockState, Pick<EarlyLockState, 'proposalIds' | 'revision'>>({
  name: 'propose',
  tools: [proposeExtension],
  agent: null,
  async run({ event, revision, proposalIds }, { call, deps }) {
    assert(event.item !== null, 'the thread of one week');
    const { proposals } = await call(proposeExtension, {
      item: event.item,
      note: revision?.comment || null,
      answers: revision?.proposalId ?? null,
    });
    const proposed = proposals.flatMap(({ proposalId }) => proposalId ?? []);
    // What an earlier run proposed has its own thread waiting for it.
    const own = await listProposalsOfRun(deps.db, event.runId, proposed);
    return { proposalIds: [...new Set([...proposalIds, ...own])], revision: null };
  },
});

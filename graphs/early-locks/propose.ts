import assert from 'node:assert';
import { proposeExtension } from '../../tools/locks/propose-extension.ts';
import { defineNode } from '../define-node.ts';
import { ownProposals } from '../own-proposals.ts';
import type { EarlyLockState } from './early-lock-state.ts';

/** Puts the warning into the queue. Same wish, same row: running this twice adds nothing. */
export const propose = defineNode<EarlyLockState, Pick<EarlyLockState, 'proposalIds' | 'revision'>>({
  name: 'propose',
  tools: [proposeExtension],
  agent: null,
  async run(state, { call, deps }) {
    const { event, revision } = state;
    assert(event.item !== null, 'the thread of one week');
    const { proposals } = await call(proposeExtension, {
      item: event.item,
      note: revision?.comment || null,
      answers: revision?.proposalId ?? null,
    });
    const proposed = proposals.flatMap(({ proposalId }) => proposalId ?? []);
    return { proposalIds: await ownProposals(deps, state, proposed), revision: null };
  },
});

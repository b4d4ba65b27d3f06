import assert from 'node:assert';
import { proposeAccept } from '../../tools/applications/propose-accept.ts';
import { proposeAsk } from '../../tools/applications/propose-ask.ts';
import { proposeDecline } from '../../tools/applications/propose-decline.ts';
import { defineNode } from '../define-node.ts';
import { ownProposals } from '../own-proposals.ts';
import type { VettingState } from './vetting-state.ts';

const TOOLS = { accept: proposeAccept, decline: proposeDecline, ask: proposeAsk } as const;

/** Puts the answer into the queue. Same wish, same row: running this twice adds nothing. */
export const propose = defineNode<VettingState, Partial<VettingState>>({
  name: 'propose',
  tools: [proposeAccept, proposeDecline, proposeAsk],
  agent: null,
  async run(state, { call, deps }) {
    const { event, asOf, wish, isPersons, letter, madeBy, revision } = state;
    assert(event.item !== null && asOf !== null && wish !== null, 'it was looked up before');
    assert(letter !== null && madeBy !== null, 'the letter was worded before');
    const { proposals } = await call(TOOLS[wish], {
      applicationId: event.item,
      asOf,
      ...letter,
      note: revision?.comment || null,
      answers: revision?.answers ?? null,
      isPersons,
      madeBy,
    });
    const proposed = proposals.flatMap(({ proposalId }) => proposalId ?? []);
    return {
      proposalIds: await ownProposals(deps, state, proposed),
      // The words live on in the proposals; a sleeping thread keeps no copy.
      letter: null,
      facts: {},
      revision: null,
    };
  },
});

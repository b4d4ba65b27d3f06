import { Command, END } from '@langchain/langgraph';
import { findStanding } from '../../db/queries/runs/find-standing.ts';
import { defineNode } from '../define-node.ts';
import { isSentBack } from '../sent-back.ts';
import type { EarlyLockState } from './early-lock-state.ts';

type Next = Command<unknown, Partial<EarlyLockState>, 'propose' | typeof END>;

/** Acts on the answers: what was sent back with a comment is looked up and proposed again; all else is over. */
export const followUp = defineNode<EarlyLockState, Next>({
  name: 'follow-up',
  tools: [],
  agent: null,
  async run(state, { deps }) {
    const standing = await findStanding(deps.db, state.proposalIds);
    const returned = standing.find((row) => isSentBack(row, state));
    if (!returned) return new Command({ goto: END });
    const { proposal_id: proposalId, respond_comment: comment } = returned;
    return new Command({
      goto: 'propose',
      update: { revision: { proposalId, comment }, answered: [...state.answered, proposalId] },
    });
  },
});

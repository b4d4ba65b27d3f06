import { Command, END } from '@langchain/langgraph';
import { findStanding } from '../../db/queries/runs/find-standing.ts';
import { defineNode } from '../define-node.ts';
import { isSentBack } from '../sent-back.ts';
import type { ReconciliationState } from './reconciliation-state.ts';

type Next = Command<unknown, Partial<ReconciliationState>, 'collect-evidence' | typeof END>;

/** Acts on the answers: what was sent back with a comment is reckoned, worded and proposed again; all else is over. */
export const followUp = defineNode<ReconciliationState, Next>({
  name: 'follow-up',
  tools: [],
  agent: null,
  async run(state, { deps }) {
    const standing = await findStanding(deps.db, state.proposalIds);
    const returned = standing.find((row) => isSentBack(row, state));
    if (!returned) return new Command({ goto: END });
    const { proposal_id: proposalId, kind, respond_comment: comment } = returned;
    return new Command({
      goto: 'collect-evidence',
      update: { revision: { proposalId, kind, comment }, answered: [...state.answered, proposalId] },
    });
  },
});

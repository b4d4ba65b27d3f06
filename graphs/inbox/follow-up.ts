import { Command, END } from '@langchain/langgraph';
import { findStanding } from '../../db/queries/runs/find-standing.ts';
import { defineNode } from '../define-node.ts';
import { isSentBack } from '../sent-back.ts';
import type { InboxState } from './inbox-state.ts';

type Next = Command<unknown, Pick<InboxState, 'revision' | 'answered'>, 'gather-context' | typeof END>;

/** Acts on the answers: what was sent back is looked up, worded and proposed again; all else is over. */
export const followUp = defineNode<InboxState, Next>({
  name: 'follow-up',
  tools: [],
  agent: null,
  async run(state, { deps }) {
    const standing = await findStanding(deps.db, state.proposalIds);
    const returned = standing.find((row) => isSentBack(row, state));
    if (!returned) return new Command({ goto: END });
    const { proposal_id: proposalId, kind, respond_comment: comment } = returned;
    return new Command({
      goto: 'gather-context',
      update: { revision: { proposalId, kind, comment }, answered: [...state.answered, proposalId] },
    });
  },
});

import { Command, END } from '@langchain/langgraph';
import { findStanding } from '../../db/queries/runs/find-standing.ts';
import { wishInComment } from '../../src/domain/applications/wish-in-comment.ts';
import { defineNode } from '../define-node.ts';
import { isSentBack } from '../sent-back.ts';
import type { VettingState } from './vetting-state.ts';

type Next = Command<unknown, Pick<VettingState, 'revision' | 'answered'>, 'gather-context' | typeof END>;

/**
 * Acts on the answers: what was sent back is proposed again, or as the outcome that the comment names; an acceptance that
 * was turned down becomes a letter that declines; all else is over.
 */
export const followUp = defineNode<VettingState, Next>({
  name: 'follow-up',
  tools: [],
  agent: null,
  async run(state, { deps }) {
    const standing = await findStanding(deps.db, state.proposalIds);
    const returned = standing.find((row) => isSentBack(row, state));
    if (returned) {
      const { proposal_id: proposalId, kind, respond_comment: comment } = returned;
      return revise(state, proposalId, { answers: proposalId, kind, comment, wish: wishInComment(comment) });
    }
    const refused = standing.find(
      ({ kind, status, proposal_id: id }) =>
        kind === 'application.accept' && status === 'rejected' && !state.answered.includes(id),
    );
    if (!refused) return new Command({ goto: END });
    const { proposal_id: proposalId, kind } = refused;
    return revise(state, proposalId, { answers: null, kind, comment: '', wish: 'decline' });
  },
});

const revise = (
  { answered }: VettingState,
  proposalId: string,
  revision: NonNullable<VettingState['revision']>,
): Next => new Command({ goto: 'gather-context', update: { revision, answered: [...answered, proposalId] } });

import { Command, END } from '@langchain/langgraph';
import { findStanding } from '../db/queries/runs/find-standing.ts';
import type { WaitingState } from './await-decision.ts';
import { defineNode, type NodeDefinition } from './define-node.ts';
import { isSentBack } from './sent-back.ts';
import type { Revision } from './thread-fields.ts';

/** What a thread whose proposals can be revised has to remember. */
export interface RevisedState extends WaitingState {
  revision: Revision | null;
}

type Next<Node extends string> = Command<
  unknown,
  Pick<RevisedState, 'revision' | 'answered'>,
  Node | typeof END
>;

/**
 * Acts on the answers: what was sent back with a comment is worked out and proposed again; all else is over.
 *
 * @param node where the work on a revision begins.
 */
export const followUpAt = <Node extends string>(node: Node): NodeDefinition<RevisedState, Next<Node>> =>
  defineNode<RevisedState, Next<Node>>({
    name: 'follow-up',
    tools: [],
    agent: null,
    async run(state, { deps }) {
      const standing = await findStanding(deps.db, state.proposalIds);
      const returned = standing.find((row) => isSentBack(row, state));
      if (!returned) return new Command({ goto: END });
      const { proposal_id: proposalId, kind, respond_comment: comment } = returned;
      return new Command({
        goto: node,
        update: { revision: { proposalId, kind, comment }, answered: [...state.answered, proposalId] },
      });
    },
  });

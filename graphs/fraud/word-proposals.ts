import { fraud } from '../../agents/fraud.ts';
import { defineNode } from '../define-node.ts';
import { wordKinds } from '../word-kinds.ts';
import type { FraudState } from './fraud-state.ts';

/** Titles, summaries and the letter, by the language engine in use. Words that do not fit their schema end this thread. */
export const wordProposals = defineNode<FraudState, Pick<FraudState, 'words' | 'madeBy'>>({
  name: 'word-proposals',
  tools: [],
  agent: fraud,
  run(state, { deps }) {
    return wordKinds(state, deps.engine, fraud);
  },
});

import { reconciliation } from '../../agents/reconciliation.ts';
import { defineNode } from '../define-node.ts';
import { wordKinds } from '../word-kinds.ts';
import type { ReconciliationState } from './reconciliation-state.ts';

/** Titles and summaries, by the language engine in use. Words that do not fit their schema end this thread. */
export const wordProposals = defineNode<ReconciliationState, Pick<ReconciliationState, 'words' | 'madeBy'>>({
  name: 'word-proposals',
  tools: [],
  agent: reconciliation,
  run(state, { deps }) {
    return wordKinds(state, deps.engine, reconciliation);
  },
});

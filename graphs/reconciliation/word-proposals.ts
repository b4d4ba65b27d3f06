import { reconciliation } from '../../agents/reconciliation.ts';
import { defineNode } from '../define-node.ts';
import type { ReconciliationState } from './reconciliation-state.ts';

/** Titles and summaries, by the language engine in use. Words that do not fit their schema end this thread. */
export const wordProposals = defineNode<ReconciliationState, Pick<ReconciliationState, 'words' | 'madeBy'>>({
  name: 'word-proposals',
  tools: [],
  agent: reconciliation,
  async run({ facts, kinds }, { deps }) {
    const words: ReconciliationState['words'] = {};
    let madeBy: ReconciliationState['madeBy'] = null;
    for (const kind of kinds) {
      const wording = await reconciliation.word(deps.engine, kind, facts);
      words[kind] = wording.words;
      madeBy = wording.madeBy;
    }
    return { words, madeBy };
  },
});

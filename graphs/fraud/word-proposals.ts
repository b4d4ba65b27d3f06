import { fraud } from '../../agents/fraud.ts';
import { defineNode } from '../define-node.ts';
import type { FraudState } from './fraud-state.ts';

/** Titles, summaries and the letter, by the language engine in use. Words that do not fit their schema end this thread. */
export const wordProposals = defineNode<FraudState, Pick<FraudState, 'words' | 'madeBy'>>({
  name: 'word-proposals',
  tools: [],
  agent: fraud,
  async run({ facts, kinds }, { deps }) {
    const words: FraudState['words'] = {};
    let madeBy: FraudState['madeBy'] = null;
    for (const kind of kinds) {
      const wording = await fraud.word(deps.engine, kind, facts);
      words[kind] = wording.words;
      madeBy = wording.madeBy;
    }
    return { words, madeBy };
  },
});

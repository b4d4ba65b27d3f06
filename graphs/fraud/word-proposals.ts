import { fraud } from '../../agents/fraud.ts';
import { defineNode } from '../define-node.ts';
import type { FraudState } from './fraud-state.ts';

/** Titles, summaries and the letter, by the language engine in use. Words that do not fit their schema end this thread. */
export const wordProposals = defineNode<FraudState, Pick<FraudState, 'words' | 'madeBy'>>({
  name: 'word-proposals',
  tools: [],
  agent: fraud,
  async run({ facts, kinds }, { deps, step }) {
    const words: FraudState['words'] = {};
    let madeBy: FraudState['madeBy'] = null;
    for (const kind of kinds) {
      const wording = await step('model', `${deps.engine.name} ${kind}`, async (counts) => {
        const answer = await fraud.word(deps.engine, kind, facts);
        counts.inputTokens = answer.cost.inputTokens;
        counts.outputTokens = answer.cost.outputTokens;
        counts.micros = Number(answer.cost.micros);
        return answer;
      });
      words[kind] = wording.words;
      madeBy = wording.madeBy;
    }
    return { words, madeBy };
  },
});

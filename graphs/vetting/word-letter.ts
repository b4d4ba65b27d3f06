import assert from 'node:assert';
import { vetting, vettingIn } from '../../agents/vetting.ts';
import { ownWords, readsAsLetter } from '../../src/domain/inbox/own-words.ts';
import { defineNode } from '../define-node.ts';
import type { VettingState } from './vetting-state.ts';

type Worded = Pick<VettingState, 'letter' | 'madeBy'>;

/** The letter: from our figures by the engine in use, or the manager's own words when the card came back with some. */
export const wordLetter = defineNode<VettingState, Worded>({
  name: 'word-letter',
  tools: [],
  agent: vetting,
  async run({ wish, language, facts, revision }, { deps }) {
    assert(wish !== null, 'it was decided before what the letter says');
    if (revision !== null && revision.wish === null && readsAsLetter(revision.comment)) {
      return { letter: ownWords(revision.comment, language), madeBy: { engine: 'person', prompt: null } };
    }
    const { words, madeBy } = await vettingIn(language).word(deps.engine, wish, facts);
    return { letter: words, madeBy };
  },
});

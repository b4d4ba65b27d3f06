import { couponLettersIn, couponWatch } from '../../agents/coupon-watch.ts';
import { defineNode } from '../define-node.ts';
import { wordKinds } from '../word-kinds.ts';
import type { CouponState } from './coupon-state.ts';

/** Titles, summaries and letters, by the language engine in use. Words that do not fit their schema end this thread. */
export const wordProposals = defineNode<CouponState, Pick<CouponState, 'words' | 'madeBy'>>({
  name: 'word-proposals',
  tools: [],
  agent: couponWatch,
  async run(state, { deps }) {
    const worded = await wordKinds(state, deps.engine, couponWatch);
    const letters = couponLettersIn(String(state.facts.letterLanguage));
    if (letters === null) return worded;
    const kinds = state.kinds.filter((kind) => kind === 'partner.warn' || kind === 'partner.offboard');
    for (const kind of kinds) {
      const { words, madeBy } = await letters.word(deps.engine, kind, state.facts);
      worded.words[kind] = { ...worded.words[kind], ...words };
      worded.madeBy = madeBy;
    }
    return worded;
  },
});

import { couponLettersIn, couponWatch } from '../../agents/coupon-watch.ts';
import { defineNode } from '../define-node.ts';
import type { CouponState } from './coupon-state.ts';

/** Titles, summaries and letters, by the language engine in use. Words that do not fit their schema end this thread. */
export const wordProposals = defineNode<CouponState, Pick<CouponState, 'words' | 'madeBy'>>({
  name: 'word-proposals',
  tools: [],
  agent: couponWatch,
  async run({ facts, kinds }, { deps }) {
    const words: CouponState['words'] = {};
    let madeBy: CouponState['madeBy'] = null;
    for (const kind of kinds) {
      const wording = await couponWatch.word(deps.engine, kind, facts);
      words[kind] = wording.words;
      madeBy = wording.madeBy;
      const letters = couponLettersIn(String(facts.letterLanguage));
      if (letters === null || (kind !== 'partner.warn' && kind !== 'partner.offboard')) continue;
      const letter = await letters.word(deps.engine, kind, facts);
      words[kind] = { ...wording.words, ...letter.words };
      madeBy = letter.madeBy;
    }
    return { words, madeBy };
  },
});

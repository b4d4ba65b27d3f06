import {
  CHECKOUT_WORD,
  ENTER_WORD,
  OFFER_WORD,
  STRONG_LABEL,
} from '../../../../domain/sightings/code-words.ts';
import { findDiscount } from '../../../../domain/sightings/find-discount.ts';
import { AMOUNT, GIFT, MONEY_WORD } from '../../../../domain/sightings/lexicon/naming-words.ts';
import type { PageLine, PageLines } from '../page-lines.ts';

/** Lines before and after that an offer may stand in. */
const NEAR_LINES = 2;
const CHARACTERS_MAX = 2_000;

/**
 * Whether a line of a page speaks of an offer, or one beside it does: only there is it worth looking at every word. A page's state
 * is text that stands beside other text by chance: there a line goes by itself.
 */
export function offerLines({ lines }: PageLines): (at: number) => boolean {
  const known: (boolean | undefined)[] = [];
  const speaks = (at: number): boolean => {
    const line = lines[at];
    if (line === undefined) return false;
    known[at] ??= speaksOfOffer(line);
    return known[at];
  };
  return (at) => {
    if (lines[at]?.shown === 'state') return speaks(at);
    for (let near = at - NEAR_LINES; near <= at + NEAR_LINES; near += 1) if (speaks(near)) return true;
    return false;
  };
}

function speaksOfOffer({ text, headings }: PageLine): boolean {
  const said = `${headings.at(-1) ?? ''}\n${text.slice(0, CHARACTERS_MAX)}`;
  return (
    said.search(OFFER_WORD) !== -1 ||
    said.search(STRONG_LABEL) !== -1 ||
    findDiscount(said) !== null ||
    GIFT.test(said) ||
    AMOUNT.test(said) ||
    MONEY_WORD.test(said) ||
    (said.search(CHECKOUT_WORD) !== -1 && said.search(ENTER_WORD) !== -1)
  );
}

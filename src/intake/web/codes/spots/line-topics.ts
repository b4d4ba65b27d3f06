import {
  CHECKOUT_WORD,
  ENTER_WORD,
  OFFER_WORD,
  STRONG_LABEL,
  WEAK_LABEL,
} from '../../../../domain/sightings/code-words.ts';
import { findDiscount } from '../../../../domain/sightings/find-discount.ts';
import { AMOUNT, GIFT, MONEY_WORD } from '../../../../domain/sightings/lexicon/naming-words.ts';
import type { PageLines } from '../page-lines.ts';
import { saysCopy } from '../reveal-words.ts';
import { tokens } from './sign-words.ts';

const LINE_CHARACTERS_MAX = 1_000;
const CONTROL_CHARACTERS_MAX = 120;

/** What the lines of a page speak of, each read once. */
export interface LineTopics {
  readonly own: readonly string[];
  readonly discount: boolean;
  readonly copies: boolean;
  readonly first: readonly string[];
  readonly last: readonly string[];
}

export function topicsOf({ lines }: PageLines): (at: number) => LineTopics {
  const known = new Map<number, LineTopics>();
  return (at) => {
    const read = known.get(at) ?? readTopics(lines[at]?.text.slice(0, LINE_CHARACTERS_MAX) ?? '');
    known.set(at, read);
    return read;
  };
}

function readTopics(text: string): LineTopics {
  if (text === '') return { own: ['nothing'], discount: false, copies: false, first: [], last: [] };
  const discount = findDiscount(text) !== null;
  return {
    own: [
      ...(discount ? ['discount'] : []),
      ...(text.search(OFFER_WORD) !== -1 ? ['offer'] : []),
      ...(text.search(STRONG_LABEL) !== -1 ? ['label'] : []),
      ...(text.search(WEAK_LABEL) !== -1 ? ['weak label'] : []),
      ...(text.search(ENTER_WORD) !== -1 ? ['enter'] : []),
      ...(text.search(CHECKOUT_WORD) !== -1 ? ['checkout'] : []),
      ...(GIFT.test(text) ? ['gift'] : []),
      ...(AMOUNT.test(text) || MONEY_WORD.test(text) ? ['money'] : []),
    ],
    discount,
    copies: text.length < CONTROL_CHARACTERS_MAX && saysCopy(text),
    first: tokens(text.slice(0, 120)).slice(0, 2),
    last: tokens(text.slice(-120)).slice(-2),
  };
}

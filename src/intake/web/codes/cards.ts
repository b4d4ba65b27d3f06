import type { Candidate } from './candidate.ts';
import { keyOf } from './candidate.ts';
import { isListItem } from './is-list-item.ts';
import type { PageLines } from './page-lines.ts';

const LEVELS_MAX = 60;
const CARD_CHARACTERS_MAX = 900;

export interface Card {
  readonly element: Element;
  readonly first: number;
  readonly last: number;
  readonly text: string;
  /** Other codes stand in it too: what it says may be about them. */
  readonly shared: boolean;
}

/** The part of the page that belongs to one code: the largest around it without another code, an item of a list at most. */
export function cardsOf(candidates: readonly Candidate[], page: PageLines): (candidate: Candidate) => Card {
  const keys = new Map<Element, string | null>();
  for (const { code, element } of candidates) {
    const key = keyOf(code);
    let at: Element | null = element;
    for (let level = 0; at !== null && level < LEVELS_MAX; level += 1) {
      const known = keys.get(at);
      if (known === null) break;
      keys.set(at, known === undefined || known === key ? key : null);
      at = at.parentElement;
    }
  }
  const lengths = lengthsOf(page);
  const known = new Map<Element, Card>();
  return (candidate) => {
    const found = known.get(candidate.element) ?? cardAround(candidate, page, keys, lengths);
    known.set(candidate.element, found);
    return found;
  };
}

function lengthsOf({ lines }: PageLines): number[] {
  const sums = [0];
  for (const { text } of lines) sums.push((sums.at(-1) ?? 0) + text.length);
  return sums;
}

function cardAround(
  candidate: Candidate,
  page: PageLines,
  keys: ReadonlyMap<Element, string | null>,
  lengths: readonly number[],
): Card {
  const { element: start, line } = candidate;
  let card = start;
  for (let level = 0; level < LEVELS_MAX; level += 1) {
    const above: Element | null = card.parentElement;
    if (!above || above.tagName === 'BODY' || above.tagName === 'MAIN' || above.tagName === 'HTML') break;
    if (isListItem(card)) break;
    const range = page.ranges.get(above);
    const isOwn = keys.get(above) === keyOf(candidate.code);
    if (!isOwn || (range && (lengths[range[1] + 1] ?? 0) - (lengths[range[0]] ?? 0) > CARD_CHARACTERS_MAX))
      break;
    card = above;
  }
  const [first, last] = page.ranges.get(card) ?? [line, line];
  const text = page.lines
    .slice(first, Math.min(last + 1, first + 60))
    .map((each) => each.text)
    .join('\n');
  return { element: card, first, last, text, shared: keys.get(card) === null };
}

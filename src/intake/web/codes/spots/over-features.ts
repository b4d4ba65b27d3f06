import { headingSaysRetired, saysRetired } from '../../../../domain/sightings/retired-words.ts';
import { foldText } from '../../../../domain/text/fold-text.ts';
import type { Candidate } from '../candidate.ts';
import type { Card } from '../cards.ts';
import type { OfferDetails } from '../offer-details.ts';
import type { StateOffer } from '../state-offers.ts';
import type { PageParts } from '../take-apart.ts';

const NAMES_LEVELS = 5;
const CARD_WORDS_MAX = 70;
const LINE_WORDS_MAX = 14;
const TOKEN = /[\p{L}\p{N}]+|[❌✘✗✖🚫⛔💀☠🪦✓✔✅⏰⌛]/gu;

/** What tells whether a code of a page is over, as names: what the rules say, dates, headings, words and classes around it. */
export function overFeatures(
  { candidate, card, details }: { candidate: Candidate; card: Card; details: OfferDetails },
  { page, today }: PageParts,
): string[] {
  const line = page.lines[candidate.line];
  const { words, line: at } = candidate;
  const text = line?.text ?? '';
  const [start, end] = words === null ? [0, 0] : [words.start, words.end];
  const before = tokens(text.slice(Math.max(0, start - 160), start)).slice(-LINE_WORDS_MAX);
  const after = tokens(text.slice(end, end + 160)).slice(0, LINE_WORDS_MAX);
  const below = page.lines[at + 1]?.text ?? '';
  const headings = line?.headings ?? [];
  const around = card.shared ? details.sentence : card.text;
  return [
    'always',
    `how ${candidate.how}`,
    `shown ${candidate.shown}`,
    ...(card.shared ? ['shared'] : []),
    ...(details.retired ? ['ruled over'] : []),
    ...(candidate.retired ? ['marked over'] : []),
    ...dated(details.expires, today),
    ...(saysRetired(details.sentence) ? ['sentence over'] : []),
    ...(headings.some(headingSaysRetired) ? ['heading over'] : []),
    ...(saysRetired(below.slice(0, 160)) ? ['below over'] : []),
    ...(saysRetired(page.lines[at - 1]?.text.slice(-160) ?? '') ? ['above over'] : []),
    ...headings.slice(-2).flatMap((heading) =>
      tokens(heading)
        .slice(0, 10)
        .map((word) => `heading ${word}`),
    ),
    ...before.map((word) => `before ${word}`),
    ...after.map((word) => `after ${word}`),
    ...pairs([...before.slice(-6), '_', ...after.slice(0, 8)]).map((pair) => `pair ${pair}`),
    ...tokens(around)
      .slice(0, CARD_WORDS_MAX)
      .map((word) => `card ${word}`),
    ...tokens(below)
      .slice(0, 8)
      .map((word) => `below ${word}`),
    ...namesAround(candidate.element),
  ].map((name) => name.slice(0, 60));
}

/** The same of an object in the page's state. */
export const offerOverFeatures = (offer: StateOffer, expires: string | null, today: string): string[] => [
  'always',
  'how state',
  ...(offer.retired ? ['ruled over'] : []),
  ...dated(expires, today),
  ...offer.signs.map((sign) => `state ${foldText(sign)}`.slice(0, 60)),
  ...tokens(`${offer.discount ?? ''} ${offer.terms ?? ''}`)
    .slice(0, 30)
    .map((word) => `card ${word}`),
];

function dated(expires: string | null, today: string): string[] {
  if (expires === null) return ['no date'];
  return [expires < today ? 'date past' : 'date to come'];
}

const tokens = (text: string): string[] =>
  foldText(text.slice(0, 1_200).replaceAll(/\p{N}+/gu, '0')).match(TOKEN) ?? [];

const pairs = (words: readonly string[]): string[] =>
  words.slice(1).map((word, at) => `${words[at] ?? ''} ${word}`);

/** Classes, ids and states of the elements that hold it. */
function namesAround(element: Element): string[] {
  const found: string[] = [];
  let at: Element | null = element;
  for (let level = 0; at !== null && level < NAMES_LEVELS && at.tagName !== 'BODY'; level += 1) {
    const names = ['class', 'id', 'data-status', 'data-state', 'aria-label'].map(
      (name) => at?.getAttribute(name) ?? '',
    );
    const words = foldText(names.join(' ').replaceAll(/([a-z])([A-Z])/g, '$1 $2')).match(/\p{L}{3,}/gu) ?? [];
    found.push(...words.slice(0, 12).map((word) => `name ${word}`));
    at = at.parentElement;
  }
  return [...new Set(found)];
}

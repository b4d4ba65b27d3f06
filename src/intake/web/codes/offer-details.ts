import { parse as parseRelative } from 'chrono-node';
import { findDiscount } from '../../../domain/sightings/find-discount.ts';
import { findExpiry } from '../../../domain/sightings/find-expiry.ts';
import { findTerms } from '../../../domain/sightings/find-terms.ts';
import { goesOnRetired, saysRetired } from '../../../domain/sightings/retired-words.ts';
import type { Candidate } from './candidate.ts';
import type { Card } from './cards.ts';
import { machineExpiry, rowExpiry } from './machine-expiry.ts';
import type { PageFacts } from './page-facts.ts';
import type { PageLines } from './page-lines.ts';
import { namesOther, saidRetired } from './said-retired.ts';

const SENTENCE_CHARACTERS_MAX = 300;
const RECORD_LINES_MAX = 4;
const RELATIVE =
  /(?:ends?|expires?|valid|until|through|only)\s(?:at midnight\s)?(?:today|tonight|tomorrow|this (?:week|sunday|monday|friday|weekend)|in \d{1,2} (?:hours?|days?|weeks?))/i;

export interface OfferDetails {
  readonly discount: string | null;
  readonly terms: string | null;
  readonly expires: string | null;
  readonly retired: boolean;
  readonly quote: string;
  readonly sentence: string;
}

/** What stands around a code: first in its own sentence, then in its line, then in the rest of its card. */
export function offerDetails(
  candidate: Candidate,
  {
    card,
    others,
    page,
    facts,
  }: { card: Card; others: readonly Candidate[]; page: PageLines; facts: PageFacts },
): OfferDetails {
  const line = page.lines[candidate.line]?.text ?? '';
  const { own, next: goesOn } = candidate.words ? ownStretch(candidate, others) : { own: line, next: '' };
  const below = page.lines[card.last + 1];
  const next =
    below &&
    others.every(({ line: at }) => at !== card.last + 1) &&
    !namesOther(below.text, candidate.code) &&
    below.headings.join() === (page.lines[candidate.line]?.headings ?? []).join()
      ? below.text
      : '';
  const alone = others.every(
    (other) => other === candidate || other.line !== candidate.line || other.code === candidate.code,
  );
  const around = card.text.split('\n').filter((each) => !namesOther(each, candidate.code));
  const record = card.shared ? recordBelow(candidate, page) : '';
  const texts = [
    own,
    ...(alone ? [line] : []),
    ...(record === '' ? [] : [record]),
    ...(card.shared ? [] : [around.join('\n')]),
  ];
  const first = <Found>(read: (text: string) => Found | null): Found | null => {
    for (const text of texts) {
      const found = text === '' ? null : read(text);
      if (found !== null) return found;
    }
    return null;
  };
  const expires =
    (card.shared ? null : machineExpiry(card.element, facts)) ??
    (candidate.how === 'table' ? rowExpiry(candidate.element, facts) : null) ??
    first((text) => expiryIn(text, facts)) ??
    (alone && next.length < 200 ? expiryIn(next, facts) : null);
  return {
    discount: first(findDiscount) ?? (alone ? findDiscount(page.lines[card.first - 1]?.text ?? '') : null),
    terms: first(findTerms),
    expires,
    retired:
      candidate.retired ||
      goesOnRetired(goesOn) ||
      saysRetired(record) ||
      saidRetired(candidate, own, card, page),
    quote: (candidate.words ? line || own : card.text.replaceAll('\n', ' ')).slice(0, 300),
    sentence: own,
  };
}

const FIELD = /^[\s*•-]{0,4}(\p{L}[\p{L} ]{1,18}):\s/u;

/** The fields below a code in plain text, up to where the next one begins: `CODE: …`, `EXPIRES: …`. */
function recordBelow({ line, words }: Candidate, { lines }: PageLines): string {
  const first = words === null ? undefined : lines[line];
  const field = FIELD.exec(first?.text ?? '')?.[1];
  if (first === undefined || field === undefined) return '';
  const below = lines.slice(line + 1, line + 1 + RECORD_LINES_MAX);
  const end = below.findIndex(({ text, element }) => {
    const name = FIELD.exec(text)?.[1];
    return element !== first.element || name === undefined || name === field || text.length > 80;
  });
  return (end === -1 ? below : below.slice(0, end)).map(({ text }) => text).join('\n');
}

/** The sentence of a code, cut where another code begins, and the next one when it names none. */
function ownStretch(
  { words, line, code }: Candidate,
  others: readonly Candidate[],
): { own: string; next: string } {
  if (!words) return { own: '', next: '' };
  const { text, start, end } = words;
  let from = Math.max(0, start - SENTENCE_CHARACTERS_MAX);
  let to = Math.min(text.length, end + SENTENCE_CHARACTERS_MAX);
  for (const other of others) {
    if (other.line !== line || !other.words || other.code === code || other.words.text !== text) continue;
    if (other.words.end <= start) from = Math.max(from, other.words.end);
    if (other.words.start >= end) to = Math.min(to, other.words.start);
  }
  const before = text.slice(from, start);
  const stop = [
    ...before.matchAll(/(?<!\b(?:min|max|ca|bzw|inkl|nr|no|exp|approx|D))[.!?…](?=\s+\p{Lu})/gu),
  ].at(-1);
  const after = text.slice(end, to);
  const close =
    /(?<!\b(?:min|max|ca|bzw|inkl|nr|no|exp|Sept?|Dec|Nov|Oct|Jan|Feb|Aug|\d))[.!?…](?=\s+["“„]?\p{Lu}|$)/u.exec(
      after,
    );
  const last = end + (close ? close.index + 1 : after.length);
  const next =
    /^\s+([^\n]*?[.!?…])(?=\s|$)/u.exec(text.slice(last, last + SENTENCE_CHARACTERS_MAX))?.[1] ?? '';
  const alone = last + next.length <= to;
  return {
    own: text.slice(from + (stop ? stop.index + 1 : 0), last).trim(),
    next: alone ? next : '',
  };
}

function expiryIn(text: string, facts: PageFacts): string | null {
  const found = findExpiry(text, facts);
  if (found !== null || facts.saidAt === null || !RELATIVE.test(text.slice(0, 600))) return found;
  const relative = RELATIVE.exec(text.slice(0, 600))?.[0] ?? '';
  const date = parseRelative(relative, facts.saidAt, { forwardDate: true })[0]?.date();
  return date ? date.toISOString().slice(0, 10) : null;
}

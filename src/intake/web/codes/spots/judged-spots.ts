import type { CodeJudge } from '../../../../domain/sightings/code-judge.ts';
import { type Candidate, keyOf } from '../candidate.ts';
import type { StateOffer } from '../state-offers.ts';
import type { PageParts } from '../take-apart.ts';
import { findSpots } from './find-spots.ts';
import type { Spot } from './spot.ts';
import { spotFeatures } from './spot-features.ts';

/**
 * From here on a place is taken for a code: where a rule takes it for one or it is one of our own, and elsewhere. The judge learns from pages that are
 * harder than most, where rules err more often than they do elsewhere.
 */
const CODE_FROM = { expected: 0.25, others: 0.75 };

/** Without any of these nothing is offered there, and what no rule takes for a code is none: pages about programs have `<code>`, too. */
const OFFERS: ReadonlySet<string> = new Set([
  'discount near',
  'page about codes',
  'heading of codes',
  'heading of offer',
  'sure elsewhere',
  'well ruled elsewhere',
  ...['own', 'before', 'after'].flatMap((where) => [
    `${where} label`,
    `${where} gift`,
    `${where} offer`,
    `${where} money`,
  ]),
  'gift before',
  'gift after',
  'own checkout',
  'types',
  'source state',
]);

/** What of a page is taken for a code: places where rules and words together speak for one. */
export interface ChosenCodes {
  readonly candidates: readonly Candidate[];
  readonly offers: readonly StateOffer[];
}

/** The places of a page that the judge takes for codes, as candidates and as offers of its state. */
export function judgedSpots(parts: PageParts, found: readonly Candidate[], judge: CodeJudge): ChosenCodes {
  const spots = findSpots(parts, found);
  const signs = spotFeatures({ ...parts, spots });
  return chosenOf(
    parts,
    found,
    spots.filter(({ rules, code, shape }, at) => {
      const said = signs[at] ?? [];
      if (parts.facts.isManual && shape === 'caps') return false;
      if (rules.size === 0 && !said.some((sign) => OFFERS.has(sign))) return false;
      const expected = rules.size > 0 || parts.isKnown(code);
      return judge.isCode(said) >= (expected ? CODE_FROM.expected : CODE_FROM.others);
    }),
  );
}

/** Spots as candidates: the rules' own where they found it there, too. */
export function chosenOf(parts: PageParts, found: readonly Candidate[], spots: readonly Spot[]): ChosenCodes {
  const byPlace = Map.groupBy(found, ({ line, code }) => `${line} ${keyOf(code)}`);
  const taken = new Set<string>();
  const candidates = spots.flatMap((spot) => {
    if (spot.line === null) return [];
    const place = `${spot.line} ${keyOf(spot.code)}`;
    const first = !taken.has(place);
    taken.add(place);
    if (!first) return [];
    return byPlace.get(place) ?? toCandidate(spot, parts) ?? [];
  });
  const offers = spots.flatMap(({ offer }) => offer ?? []);
  return { candidates, offers };
}

function toCandidate(
  { code, line, at, element, masked, shown, source, retired, rules }: Spot,
  { page }: PageParts,
): Candidate | null {
  const own = line === null ? undefined : page.lines[line];
  if (line === null || element === null) return null;
  const words = at === null || own === undefined ? null : { text: own.text, start: at[0], end: at[1] };
  const struck = words !== null && own?.retired.some(([from, to]) => from <= words.start && words.end <= to);
  return {
    code,
    how: source === 'label' ? 'image' : source === 'state' ? 'text' : source,
    element,
    line,
    words,
    masked,
    retired: retired || struck === true,
    shown,
    rules: [...rules],
  };
}

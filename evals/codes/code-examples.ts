import { keyOf } from '../../src/intake/web/codes/candidate.ts';
import { candidatesOf } from '../../src/intake/web/codes/candidates-of.ts';
import { sightedIn } from '../../src/intake/web/codes/read-codes.ts';
import { findSpots } from '../../src/intake/web/codes/spots/find-spots.ts';
import { chosenOf } from '../../src/intake/web/codes/spots/judged-spots.ts';
import { spotFeatures } from '../../src/intake/web/codes/spots/spot-features.ts';
import { takeApart } from '../../src/intake/web/codes/take-apart.ts';
import type { CodesPageTruth } from './score.ts';

/** What speaks for something, and whether it is so. */
export interface Example {
  readonly key: string;
  readonly signs: readonly string[];
  readonly holds: boolean;
}

export interface PageExamples {
  /** Of each place where a code may stand: whether one does. */
  readonly spots: readonly Example[];
  /** Of each place where a code stands: whether it is over. */
  readonly sightings: readonly Example[];
}

/** What a page with all its codes known teaches. */
export function codeExamples({ url, language, codes, asOf, open }: CodesPageTruth): PageExamples {
  const parts = takeApart(open(), { url, language, asOf });
  const found = candidatesOf(parts.page, parts.facts);
  const spots = findSpots(parts, found);
  const signs = spotFeatures({ ...parts, spots });
  const truth = new Map(codes.map((code) => [keyOf(code.code), code]));
  const keys = spots.map(({ code }) => keyOf(code));
  const right = spots.filter((_, at) => truth.has(keys[at] ?? ''));
  const sightings: Example[] = [];
  const noted: (readonly string[])[] = [];
  const sighted = sightedIn(parts, chosenOf(parts, found, right), (of) => {
    noted.push(of());
    return false;
  });
  sighted.forEach(({ seen, depth }, at) => {
    const meant = truth.get(keyOf(seen.code));
    // What nobody sees is over whatever it says, and what a page leaves open teaches nothing.
    if (!meant || meant.either || depth === 2) return;
    sightings.push({ key: keyOf(seen.code), signs: noted[at] ?? [], holds: meant.retired });
  });
  return {
    spots: spots.map((_, at) => ({
      key: keys[at] ?? '',
      signs: signs[at] ?? [],
      holds: truth.has(keys[at] ?? ''),
    })),
    sightings,
  };
}

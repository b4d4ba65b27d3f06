import type { CodeIndex } from './code-index.ts';
import { SLIP_LENGTH_MIN } from './code-index.ts';
import type { CodeMatch, Sighting } from './code-match.ts';
import { alikeKey } from './look-alikes.ts';
import { type Slip, slipBetween, withoutOne } from './near-codes.ts';
import { normaliseCode } from './normalise-code.ts';
import { loosened, type Mask, maskTest, readMask, shownLength } from './read-mask.ts';

const CANDIDATES_MAX = 50;
/** Below this no code is named; what it could be stands in `candidates`. */
const PROBABILITY_MIN = 0.6;
/** A code shorter than this is a word or a number that pages show for many reasons. */
const KEY_LENGTH_MIN = 3;

/** How much a mask says whose length fits no code. */
const LOOSE = 0.8;

const SLIPS: Readonly<Record<Slip, number>> = {
  letter_changed: 0.7,
  swapped: 0.75,
  letter_more: 0.65,
  digit_more: 0.15,
  digit_changed: 0.05,
};

interface Found {
  readonly at: number;
  readonly weight: number;
}

/**
 * Which code of the internal table a sighting means: exactly, after normalising, by look-alike characters, behind a
 * mask, or by one slip, in this order; the first way that finds any decides.
 */
export function matchCode({ observed }: Sighting, index: CodeIndex): CodeMatch {
  const text = observed.trim();
  const exact = index.byText.get(text);
  if (exact) return named(observed, 'exact', sure(exact, 1), index);
  const mask = readMask(text);
  if (mask !== null) return named(observed, 'mask', behindMask(mask, index), index);
  const key = normaliseCode(text);
  if (key.length < KEY_LENGTH_MIN) return nothing(observed);
  const same = index.byKey.get(key);
  if (same) return named(observed, 'normalised', sure(same, 0.99), index);
  const alike = index.byAlike.get(alikeKey(key));
  if (alike) return named(observed, 'look_alike', lookingAlike(alike, key, index), index);
  return named(observed, 'near', oneSlipAway(key, index), index);
}

const sure = (found: readonly number[], weight: number): Found[] => found.map((at) => ({ at, weight }));

/** The more characters had to be read another way, the less likely it is the same code. */
function lookingAlike(found: readonly number[], key: string, { keys }: CodeIndex): Found[] {
  return found.map((at) => {
    const other = keys[at] ?? '';
    const changed = [...key].filter((character, place) => character !== other[place]).length;
    return { at, weight: 0.95 - 0.25 * (changed / Math.max(key.length, 1)) };
  });
}

function behindMask(mask: Mask, index: CodeIndex): Found[] {
  const { keys, byStart, byEnd } = index;
  const first = mask.pieces[0] ?? '';
  const last = mask.pieces.at(-1) ?? '';
  const near: readonly number[] =
    first.length >= 2
      ? (byStart.get(first.slice(0, 2)) ?? [])
      : last.length >= 2
        ? (byEnd.get(last.slice(-2)) ?? [])
        : [...keys.keys()];
  const shown = shownLength(mask);
  // Each shown character rules out most codes; one or two shown characters rule out too few to name any.
  const weight = shown <= 1 ? 0.3 : shown === 2 ? 0.6 : Math.min(0.98, 0.75 + 0.06 * (shown - 2));
  const fitting = (by: Mask, to: number) => {
    const fits = maskTest(by);
    return near.filter((at) => fits(keys[at] ?? '')).map((at) => ({ at, weight: to }));
  };
  const found = fitting(mask, weight);
  return found.length > 0 ? found : fitting(loosened(mask), weight * LOOSE);
}

function oneSlipAway(key: string, { keys, byRest }: CodeIndex): Found[] {
  if (key.length < SLIP_LENGTH_MIN) return [];
  const found = new Map<number, number>();
  for (const rest of withoutOne(key)) {
    for (const at of byRest.get(rest) ?? []) {
      const slip = slipBetween(keys[at] ?? '', key);
      // A slip in a long code is a slip; in a short one it is as likely another code.
      if (slip !== null) found.set(at, SLIPS[slip] * Math.min(1, key.length / 8));
    }
  }
  return [...found].map(([at, weight]) => ({ at, weight }));
}

function named(
  observed: string,
  how: Exclude<CodeMatch['how'], 'none'>,
  found: readonly Found[],
  { codes }: CodeIndex,
): CodeMatch {
  const weights = new Map<string, number>();
  for (const { at, weight } of found) {
    const code = codes[at]?.code;
    if (code !== undefined) weights.set(code, Math.max(weights.get(code) ?? 0, weight));
  }
  const ranked = [...weights].sort(([, one], [, other]) => other - one);
  const [best] = ranked;
  if (!best) return nothing(observed);
  const [code, weight] = best;
  const whole = ranked.reduce((sum, [, each]) => sum + each, 0);
  // Several codes share what one of them would have alone.
  const probability = Math.round(weight * (weight / whole) * 10_000) / 10_000;
  return {
    observed,
    match: probability >= PROBABILITY_MIN ? code : null,
    candidates: ranked.slice(0, CANDIDATES_MAX).map(([name]) => name),
    probability,
    how: probability >= PROBABILITY_MIN || how === 'mask' ? how : 'none',
  };
}

const nothing = (observed: string): CodeMatch => ({
  observed,
  match: null,
  candidates: [],
  probability: 0,
  how: 'none',
});

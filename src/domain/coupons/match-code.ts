import { behindMask } from './behind-mask.ts';
import { codesInWords } from './code-in-words.ts';
import type { CodeIndex } from './code-index.ts';
import type { CodeMatch, Sighting } from './code-match.ts';
import type { Found } from './found.ts';
import { alikeKey } from './look-alikes.ts';
import { normaliseCode } from './normalise-code.ts';
import { oneSlipAway } from './one-slip-away.ts';
import { leetReadings, otherReadings, paintedMask } from './other-readings.ts';
import { isDecorated, readMask } from './read-mask.ts';

const CANDIDATES_MAX = 50;
/** Below this no code is named; what it could be stands in `candidates`. */
const PROBABILITY_MIN = 0.6;
/** A code shorter than this is a word or a number that pages show for many reasons. */
const KEY_LENGTH_MIN = 3;
/** A foot note's star behind a code that there is hides nothing. */
const MASK_OF_DECORATION = 0.1;
/** A painted run may be a part of the code as well. */
const PAINTED = 0.8;
/** "Save 20 %" is an offer in words, and may be no code at all. */
const OFFER = 0.5;
const OFFER_WORDS = /\p{L}\s+[€£$]?\d+\s*[%€£$]|\p{L}\s+[€£$]\d/u;

type How = Exclude<CodeMatch['how'], 'none'>;

/**
 * Which code of the internal table a sighting means: exactly, after normalising, by look-alike characters, behind a
 * mask, within a phrase, or by one slip, in this order; the first way that finds any decides. One slip never names a
 * code: ANNA15 and HANNA15 are two people's.
 */
export function matchCode({ observed }: Sighting, index: CodeIndex): CodeMatch {
  const text = observed.trim();
  const exact = index.byText.get(text);
  if (exact) return named(observed, 'exact', sure(exact, 1), index);
  const mask = readMask(text);
  if (mask !== null) {
    const plain = isDecorated(text) ? (index.byKey.get(normaliseCode(text)) ?? []) : [];
    const found = behindMask(mask, index);
    if (plain.length === 0) return named(observed, 'mask', found, index);
    const others = found.map(({ at, weight }) => ({ at, weight: weight * MASK_OF_DECORATION }));
    return named(observed, 'normalised', [...sure(plain, 0.9), ...others], index);
  }
  const key = normaliseCode(text);
  if (key.length < KEY_LENGTH_MIN) return nothing(observed);
  const same = index.byKey.get(key);
  if (same) return named(observed, 'normalised', sure(same, OFFER_WORDS.test(text) ? OFFER : 0.99), index);
  return (
    lookingAlike(observed, key, index) ??
    readOtherwise(observed, key, index) ??
    inWords(observed, index) ??
    behindPaint(observed, index) ??
    named(observed, 'near', oneSlipAway(key, index), index)
  );
}

const sure = (found: readonly number[], weight: number): Found[] => found.map((at) => ({ at, weight }));

/** The more characters had to be read another way, the less likely it is the same code. */
function lookingAlike(observed: string, key: string, index: CodeIndex): CodeMatch | null {
  const found = index.byAlike.get(alikeKey(key));
  if (!found) return null;
  const weights = found.map((at) => {
    const other = index.keys[at] ?? '';
    const changed = [...key].filter((character, place) => character !== other[place]).length;
    return { at, weight: 0.95 - 0.25 * (changed / Math.max(key.length, 1)) };
  });
  return named(observed, 'look_alike', weights, index);
}

function readOtherwise(observed: string, key: string, index: CodeIndex): CodeMatch | null {
  for (const reading of otherReadings(observed, key)) {
    const found =
      index.byKey.get(reading.key) ??
      (reading.how === 'look_alike' ? index.byAlike.get(alikeKey(reading.key)) : undefined);
    if (found) return named(observed, reading.how, sure(found, reading.weight), index);
  }
  for (const reading of leetReadings(key)) {
    // The letters that were read into it have to be the table's own, not look-alikes of its digits.
    const found = index.byAlike.get(alikeKey(reading))?.filter((at) => {
      const other = index.keys[at] ?? '';
      return [...reading].every((letter, place) => letter === key[place] || letter === other[place]);
    });
    if (found && found.length > 0) return named(observed, 'look_alike', sure(found, 0.8), index);
  }
  return null;
}

function inWords(observed: string, index: CodeIndex): CodeMatch | null {
  const found = new Map<number, number>();
  for (const key of codesInWords(observed))
    for (const at of index.byKey.get(key) ?? []) found.set(at, OFFER_WORDS.test(observed) ? OFFER : 0.9);
  if (found.size === 0) return null;
  return named(
    observed,
    'normalised',
    [...found].map(([at, weight]) => ({ at, weight })),
    index,
  );
}

function behindPaint(observed: string, index: CodeIndex): CodeMatch | null {
  const painted = paintedMask(observed);
  const mask = painted === null ? null : readMask(painted);
  if (mask === null) return null;
  const found = behindMask(mask, index);
  if (found.length === 0) return null;
  return named(
    observed,
    'mask',
    found.map(({ at, weight }) => ({ at, weight: weight * PAINTED })),
    index,
  );
}

function named(observed: string, how: How, found: readonly Found[], { codes }: CodeIndex): CodeMatch {
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
    match: how !== 'near' && probability >= PROBABILITY_MIN ? code : null,
    candidates: ranked.slice(0, CANDIDATES_MAX).map(([name]) => name),
    probability,
    how,
  };
}

const nothing = (observed: string): CodeMatch => ({
  observed,
  match: null,
  candidates: [],
  probability: 0,
  how: 'none',
});

import { normaliseCode } from './normalise-code.ts';

/** A key that a sighting could also be read as, and how much of a stretch that is. */
export interface Reading {
  readonly key: string;
  readonly how: 'normalised' | 'look_alike';
  /** In (0, 1]. */
  readonly weight: number;
}

const SIGNS: Readonly<Record<string, string>> = {
  '€': 'E',
  '£': 'L',
  '¢': 'C',
  '¥': 'Y',
  '§': 'S',
  '(': 'C',
  '<': 'C',
  '{': 'C',
  '[': 'C',
};
const SIGN = /[€£¢¥§(<{[](?=[\p{L}\p{N}@$!|])/gu;
/** At the edges these mostly decorate, and are no part of a key. */
const SIGNS_OUTSIDE = /^[@|!]+(?=[\p{L}\p{N}$])|(?<=[\p{L}\p{N}$])[@|!]+$/gu;
const OUTSIDE: Readonly<Record<string, string>> = { '@': 'A', '|': 'I', '!': 'I' };
const SIGN_LAST = /(?<=[\p{L}\p{N}@$!|])[€£¢¥§]$/u;
/** Right-to-left override: what follows is read from its end. */
const OVERRIDE = /\u202e/;
/** A run of two and more that some sites paint instead of a bullet; kept apart since it also is a part of codes. */
const PAINTED = /[Xx×]{2,}|-{2,}|[‐-―]{2,}|~{2,}|%{2,}|\.{2}(?!\.)/gu;

/** Ways to read a sighting when it is no key of the table as it stands, the least stretched first. */
export function* otherReadings(text: string, key: string): Iterable<Reading> {
  const bare = key.replaceAll(/[^\p{L}\p{N}]/gu, '');
  if (bare !== key) yield { key: bare, how: 'normalised', weight: 0.9 };
  if (OVERRIDE.test(text))
    yield { key: normaliseCode([...text].reverse().join('')), how: 'normalised', weight: 0.95 };
  for (const joined of new Set([
    key.replaceAll('VV', 'W'),
    key.replaceAll('RN', 'M'),
    key.replaceAll('VV', 'W').replaceAll('RN', 'M'),
  ]))
    if (joined !== key) yield { key: joined, how: 'look_alike', weight: 0.85 };
  const spelt = text
    .replaceAll(SIGNS_OUTSIDE, (signs) => [...signs].map((sign) => OUTSIDE[sign] ?? sign).join(''))
    .replaceAll(SIGN, (sign) => SIGNS[sign] ?? sign)
    .replace(SIGN_LAST, (sign) => SIGNS[sign] ?? sign);
  if (spelt !== text) yield { key: normaliseCode(spelt), how: 'look_alike', weight: 0.85 };
}

/** Nines and sixes that stand for letters in leet. They are told apart from digits by the table's own letters: 16 is not 19. */
export function leetReadings(key: string): string[] {
  const readings = new Set([
    key.replaceAll('9', 'G'),
    key.replaceAll('6', 'B'),
    key.replaceAll('9', 'G').replaceAll('6', 'B'),
  ]);
  readings.delete(key);
  return [...readings];
}

/** The sighting with painted runs (`SAVEXX`, `SA--20`) as bullets; null when there are none. */
export function paintedMask(text: string): string | null {
  const masked = text.trim().replaceAll(PAINTED, (run) => '•'.repeat([...run].length));
  return masked === text.trim() ? null : masked;
}

import { foldText } from '../../text/fold-text.ts';

/** Letters and digits that pass for another letter at a glance; what is left after folding case and accents. */
const ALIKE: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  i: 'l',
  '|': 'l',
  '!': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '9': 'g',
  q: 'g',
  $: 's',
  '@': 'a',
  а: 'a',
  в: 'b',
  е: 'e',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
  і: 'l',
  ѕ: 's',
  ј: 'j',
  ԁ: 'd',
  ӏ: 'l',
  ո: 'n',
  α: 'a',
  β: 'b',
  ε: 'e',
  ι: 'l',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
  ω: 'w',
  ɑ: 'a',
  ɡ: 'g',
  ʟ: 'l',
  ɪ: 'l',
};
const PAIRS: readonly (readonly [RegExp, string])[] = [
  [/rn/gu, 'm'],
  [/vv/gu, 'w'],
  [/cl(?=[a-z])/gu, 'd'],
];

/** A handle as the eye takes it: look-alike letters become one, dots and dashes go. Equal skeletons look alike. */
export function skeletonOf(handle: string): string {
  const letters = [...foldText(handle)].map((letter) => ALIKE[letter] ?? letter).join('');
  const bare = letters.replaceAll(/[^\p{L}\p{N}]/gu, '');
  return PAIRS.reduce((text, [pattern, letter]) => text.replaceAll(pattern, letter), bare);
}

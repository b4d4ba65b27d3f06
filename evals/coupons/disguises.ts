import type { Chance } from '../../db/demo/chance.ts';

/** One way in which pages and people change a code while still meaning it. */
export interface Disguise {
  readonly name: string;
  readonly kind: 'case' | 'spacing' | 'zero_width' | 'look_alike' | 'leet' | 'dressing';
  put(code: string, chance: Chance): string;
}

const each = (text: string, to: (character: string) => string): string => [...text].map(to).join('');
const sprinkled = (code: string, signs: readonly string[], chance: Chance): string =>
  each(code, (character) => (chance.happens(0.4) ? character + chance.pick(signs) : character));
/** At least one character by the table, more by chance. */
function swapped(code: string, table: Readonly<Record<string, string>>, chance: Chance): string {
  const places = [...code].flatMap((character, at) => (character in table ? [at] : []));
  if (places.length === 0) return code;
  const sure = chance.pick(places);
  return [...code]
    .map((character, at) =>
      at === sure || chance.happens(0.5) ? (table[character] ?? character) : character,
    )
    .join('');
}

const CYRILLIC = {
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  I: 'І',
  J: 'Ј',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  S: 'Ѕ',
  T: 'Т',
  X: 'Х',
  Y: 'У',
};
const GREEK = {
  A: 'Α',
  B: 'Β',
  E: 'Ε',
  H: 'Η',
  I: 'Ι',
  K: 'Κ',
  M: 'Μ',
  N: 'Ν',
  O: 'Ο',
  P: 'Ρ',
  T: 'Τ',
  X: 'Χ',
  Y: 'Υ',
  Z: 'Ζ',
};
const SMALL_CYRILLIC = { A: 'а', C: 'с', E: 'е', I: 'і', J: 'ј', O: 'о', P: 'р', S: 'ѕ', X: 'х', Y: 'у' };
const LEET = { A: '4', E: '3', I: '1', O: '0', S: '5', T: '7', B: '8', G: '6', Z: '2' };
const SIGNS = { A: '@', S: '$', I: '!', L: '|' };
const MISREAD = { 0: 'O', 1: 'I', 5: 'S', 8: 'B', O: '0', I: '1', S: '5', B: '8' };

/** Disguises that leave no doubt about which code is meant. */
export const DISGUISES: readonly Disguise[] = [
  { name: 'lower case', kind: 'case', put: (code) => code.toLowerCase() },
  {
    name: 'mixed case',
    kind: 'case',
    put: (code, chance) => each(code, (c) => (chance.happens(0.5) ? c.toLowerCase() : c)),
  },
  { name: 'title case', kind: 'case', put: (code) => code.charAt(0) + code.slice(1).toLowerCase() },
  { name: 'spaced', kind: 'spacing', put: (code) => [...code].join(' ') },
  {
    name: 'no-break spaces',
    kind: 'spacing',
    put: (code, chance) => sprinkled(code, ['\u00a0', '\u2009', '\u3000'], chance),
  },
  { name: 'hyphens', kind: 'spacing', put: (code) => `${code.slice(0, 4)}-${code.slice(4)}` },
  { name: 'dots', kind: 'spacing', put: (code) => [...code].join('.') },
  { name: 'underscores', kind: 'spacing', put: (code) => [...code].join('_') },
  { name: 'outer spaces', kind: 'spacing', put: (code) => `\t ${code}\n` },
  {
    name: 'zero width',
    kind: 'zero_width',
    put: (code, chance) => sprinkled(code, ['\u200b', '\u200c', '\u200d', '\ufeff', '\u2060'], chance),
  },
  { name: 'soft hyphens', kind: 'zero_width', put: (code, chance) => sprinkled(code, ['\u00ad'], chance) },
  { name: 'direction marks', kind: 'zero_width', put: (code) => `\u200f${code}\u200e` },
  {
    name: 'combining marks',
    kind: 'look_alike',
    put: (code, chance) => sprinkled(code, ['\u0301', '\u0336', '\u0323'], chance),
  },
  {
    name: 'full width',
    kind: 'look_alike',
    put: (code) => code.replaceAll(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
  },
  {
    name: 'bold',
    kind: 'look_alike',
    put: (code) => code.replaceAll(/[A-Z]/g, (c) => String.fromCodePoint(0x1d400 + c.charCodeAt(0) - 65)),
  },
  {
    name: 'circled',
    kind: 'look_alike',
    put: (code) => code.replaceAll(/[A-Z]/g, (c) => String.fromCodePoint(0x24b6 + c.charCodeAt(0) - 65)),
  },
  {
    name: 'boxed',
    kind: 'look_alike',
    put: (code) => code.replaceAll(/[A-Z]/g, (c) => String.fromCodePoint(0x1f170 + c.charCodeAt(0) - 65)),
  },
  { name: 'Cyrillic', kind: 'look_alike', put: (code, chance) => swapped(code, CYRILLIC, chance) },
  {
    name: 'small Cyrillic',
    kind: 'look_alike',
    put: (code, chance) => swapped(code, SMALL_CYRILLIC, chance),
  },
  { name: 'Greek', kind: 'look_alike', put: (code, chance) => swapped(code, GREEK, chance) },
  { name: 'misread', kind: 'look_alike', put: (code, chance) => swapped(code, MISREAD, chance) },
  { name: 'l for I', kind: 'look_alike', put: (code) => code.replaceAll('I', 'l') },
  { name: 'rn for M', kind: 'look_alike', put: (code) => code.replaceAll('M', 'rn') },
  { name: 'leet', kind: 'leet', put: (code, chance) => swapped(code, LEET, chance) },
  { name: 'leet signs', kind: 'leet', put: (code, chance) => swapped(code, SIGNS, chance) },
  { name: 'small leet', kind: 'leet', put: (code, chance) => swapped(code, LEET, chance).toLowerCase() },
  {
    name: 'quotes',
    kind: 'dressing',
    put: (code, chance) => chance.pick([`"${code}"`, `„${code}“`, `'${code}'`, `«${code}»`, `(${code})`]),
  },
  {
    name: 'label',
    kind: 'dressing',
    put: (code, chance) =>
      chance.pick([
        `CODE: ${code}`,
        `Code ${code}`,
        `Gutscheincode: ${code}`,
        `use code ${code}`,
        `código ${code}`,
      ]),
  },
  {
    name: 'end mark',
    kind: 'dressing',
    put: (code, chance) => code + chance.pick(['.', ',', '!', ';', ' 🎉', '*']),
  },
  { name: 'hash', kind: 'dressing', put: (code) => `#${code}` },
];

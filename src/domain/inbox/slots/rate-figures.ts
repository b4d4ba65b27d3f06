import { SMALL_NUMBERS } from './small-numbers.ts';

const SIGN =
  '(?:%|٪|per ?cents?\\b|percent\\b|pct\\b|prozent\\b|pour ?cents?\\b|por ?cientos?\\b|por ?cento\\b|per ?cento\\b|procent\\b|بالمئة|بالمائة|في المئة)';
const DIGITS = '(?<![\\p{L}\\d.,])(?:\\d{1,2}(?:[.,]\\d{1,2})?|[٠-٩]{1,2})';
const LETTERS = `(?:${[...SMALL_NUMBERS.keys()].join('|')})`;
/** The second figure of a step whose first, or whose sign, says that both are shares: `from 8 to 12`, `von 5 auf 8`. */
const STEP =
  '(?<=(?<!\\p{L})(?:from|von|de|du|del|dal|dall.|van)\\s\\d{1,2}(?:[.,]\\d)?\\s?%?\\s(?:up )?(?:to|auf|à|a|al|all.|para|naar)\\s?)\\d{1,2}(?:[.,]\\d{1,2})?(?![\\d:./]|[.,]\\d|\\s(?:de\\s|d.)?(?:jan|gen|ene|feb|fév|m[aä]r|apr|avr|ma[iyj]|mag|mei|jun|juin|giu|jul|juil|lug|aug|aoû|ago|sep|set|o[ck]t|ott|out|nov|de[cz]|dic|déc)|\\s?(?:pm|am|h\\b|uhr|uur|euro|€|£|\\$|days|tage|jours|giorni|días|dias|dagen))(?:\\s?%)?';

/** A figure without a sign, where the words before it speak of nothing but what is paid. */
const BARE =
  '(?<=(?<!\\p{L})(?:can we do|could we do|facciamo|offered me|concorrente paga|copines sont à|partenaires sont à|s?he(?:.s| is) on|raise (?:me|us) to|move (?:me|us) to|put (?:me|us) on)\\s)\\d{1,2}(?:[.,]\\d)?(?=\\s*(?:[?!;\\n]|[.,](?!\\d)|$|(?:and|on|chez|e|et|y|for)\\s))';

/** Shares as mails write them: with a sign or its word before or after, in letters, or as the end of a step. */
export const RATE_FIGURE = new RegExp(
  `${DIGITS}\\s?${SIGN}|%\\s?${DIGITS}|yüzde\\s\\d{1,2}|(?<!\\p{L})${LETTERS}\\s${SIGN}|${STEP}|${BARE}`,
  'giu',
);

/** Whether these words are one share and nothing else. */
export const isRateFigure = (words: string): boolean =>
  [...words.trim().matchAll(RATE_FIGURE)][0]?.[0].trim() === words.trim();

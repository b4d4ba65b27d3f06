import { detect } from 'tinyld';
import { termWords } from '../../domain/inbox/lexicon/term-index.ts';
import { languageByLittleWords, languageByScript } from '../../domain/text/language-signs.ts';

const CHARACTERS_MAX = 2_000;
/** The detector also knows languages that ISO 639-1 does not list, Klingon among them. */
const ISO_639_1 = /^[a-z]{2}$/;
const LINK_OR_ADDRESS = /https?:\/\/\S+|\S+@\S+/g;

/** The language of a text, ISO 639-1; `und` when nothing tells. Script first, then little words, then letter statistics. */
export function detectLanguage(text: string): string {
  const words = text.slice(0, CHARACTERS_MAX).replaceAll(LINK_OR_ADDRESS, ' ');
  const known = languageByScript(words) ?? languageByLittleWords(termWords(words));
  if (known) return known;
  const guess = detect(words);
  return ISO_639_1.test(guess) ? guess : 'und';
}

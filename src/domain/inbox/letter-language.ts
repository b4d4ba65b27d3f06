import { LETTER_LANGUAGES } from './own-words.ts';

/** Countries, ISO 3166-1, most of whose people read one language that we write letters in. */
const OF_COUNTRY: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    de: ['DE', 'AT', 'LI'],
    fr: ['FR', 'MC'],
    es: ['ES', 'MX', 'AR', 'CL', 'CO', 'PE', 'UY', 'EC'],
    it: ['IT', 'SM'],
    pt: ['PT', 'BR'],
    nl: ['NL'],
  }).flatMap(([language, countries]) => countries.map((country) => [country, language])),
);

/**
 * The language of a letter to somebody, ISO 639-1: that in which they write to us where we have letters in it, else that of
 * their country, else English. Who writes in a language that we have no letters in gets English, whatever their country.
 *
 * @param written - ISO 639-1; null when they never wrote, or nobody could tell.
 * @param country - ISO 3166-1; null when unknown.
 */
export function letterLanguage(written: string | null, country: string | null): string {
  if (written !== null) return LETTER_LANGUAGES.includes(written) ? written : 'en';
  return OF_COUNTRY[country?.trim().toUpperCase() ?? ''] ?? 'en';
}

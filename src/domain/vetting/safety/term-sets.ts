import { indexTerms, type TermIndex, type TermTable } from '../../inbox/lexicon/term-index.ts';
import claimTerms from './claim-terms.json' with { type: 'json' };
import conductTerms from './conduct-terms.json' with { type: 'json' };
import pairTerms from './pair-terms.json' with { type: 'json' };
import profileTerms from './profile-terms.json' with { type: 'json' };
import viceTerms from './vice-terms.json' with { type: 'json' };

const TABLE: TermTable = { ...viceTerms, ...claimTerms, ...conductTerms, ...profileTerms, ...pairTerms };

/** Ideas that the word lists of brand safety name. */
export type TermName =
  | keyof typeof viceTerms
  | keyof typeof claimTerms
  | keyof typeof conductTerms
  | keyof typeof profileTerms
  | keyof typeof pairTerms;

/** All ideas, in the lists' order. */
export const TERM_NAMES: readonly string[] = Object.keys(TABLE);

/** Languages that the word lists speak, ISO 639-1. */
export const TERM_LANGUAGES: readonly string[] = [
  ...new Set(Object.values(TABLE).flatMap((terms) => Object.keys(terms))),
];

const made = new Map<string, TermIndex>();

/**
 * The terms of these languages, and of English, which everybody mixes in. A word of one language often means something
 * harmless in another, so not all lists are read at once.
 *
 * @param languages - ISO 639-1; with none that we have, all lists are read.
 */
export function termsFor(languages: ReadonlySet<string>): TermIndex {
  const known = TERM_LANGUAGES.filter((language) => languages.has(language));
  const wanted = known.length === 0 ? TERM_LANGUAGES : [...new Set(['en', ...known])].sort();
  const key = wanted.join(' ');
  const found = made.get(key);
  if (found !== undefined) return found;
  const index = indexTerms([
    Object.fromEntries(
      Object.entries(TABLE).map(([name, terms]) => [
        name,
        Object.fromEntries(Object.entries(terms).filter(([language]) => wanted.includes(language))),
      ]),
    ),
  ]);
  made.set(key, index);
  return index;
}

import { indexTerms, type TermIndex, type TermTable } from '../lexicon/term-index.ts';
import machineWords from './machine-words.json' with { type: 'json' };
import materialWords from './material-words.json' with { type: 'json' };
import moneyWords from './money-words.json' with { type: 'json' };
import partnerWords from './partner-words.json' with { type: 'json' };
import situationWords from './situation-words.json' with { type: 'json' };
import trackingWords from './tracking-words.json' with { type: 'json' };
import troubleWords from './trouble-words.json' with { type: 'json' };

/** The columns of every row, in their order. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'ar', 'pl', 'sv', 'tr', 'ja'] as const;
type Language = (typeof LANGUAGES)[number];
/** Near enough to be read with a neighbour's words. */
const NEIGHBOURS: Readonly<Record<string, Language>> = { da: 'sv', no: 'sv' };

const ROWS: readonly (readonly [string, string])[] = [
  moneyWords,
  trackingWords,
  partnerWords,
  materialWords,
  troubleWords,
  machineWords,
  situationWords,
].flatMap((table) => Object.entries(table));

/** How many ideas the lists tell apart. */
export const GLOSS_IDEAS = ROWS.length;

const indexes = new Map<string, TermIndex>();

/**
 * Our own words for what such mails speak of, in one language and English; the same idea has the same number in all.
 *
 * A word of one language may be another's for something else, so only the mail's own language is looked up.
 *
 * @param language - ISO 639-1; one without a column is read with all of them.
 */
export function glossIndex(language: string): TermIndex {
  const own = NEIGHBOURS[language] ?? LANGUAGES.find((name) => name === language);
  const key = own ?? 'all';
  const known = indexes.get(key);
  if (known) return known;
  const index = indexTerms([tableOf(own === undefined ? LANGUAGES : ['en', own])]);
  indexes.set(key, index);
  return index;
}

function tableOf(languages: readonly Language[]): TermTable {
  return Object.fromEntries(
    ROWS.map(([idea, row]) => {
      const columns = row.split('|');
      return [
        idea,
        Object.fromEntries(languages.map((name) => [name, columns[LANGUAGES.indexOf(name)] ?? ''])),
      ];
    }),
  );
}

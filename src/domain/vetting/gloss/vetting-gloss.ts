import { indexTerms, type TermIndex, type TermTable } from '../../inbox/lexicon/term-index.ts';
import riskWords from './risk-words.json' with { type: 'json' };
import tradeWords from './trade-words.json' with { type: 'json' };

/** The columns of every row, in their order. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt'] as const;
const ROWS: readonly (readonly [string, string])[] = [riskWords, tradeWords].flatMap((table) =>
  Object.entries(table),
);

/** How many ideas the rows tell apart. */
export const GLOSS_IDEAS = ROWS.length;

const indexes = new Map<string, TermIndex>();

/**
 * Our own words for what applications speak of, in one language and English; the same idea has the same number in all.
 * They carry what was learnt in one language to the others.
 *
 * @param language - ISO 639-1; null or one without a column is read with all of them.
 */
export function vettingGloss(language: string | null): TermIndex {
  const own = LANGUAGES.find((name) => name === language);
  const key = own ?? 'all';
  const known = indexes.get(key);
  if (known !== undefined) return known;
  const names: readonly string[] = own === undefined ? LANGUAGES : ['en', own];
  const table: TermTable = Object.fromEntries(
    ROWS.map(([idea, row]) => {
      const columns = row.split('|');
      return [
        idea,
        Object.fromEntries(
          LANGUAGES.flatMap((name, at) => (names.includes(name) ? [[name, columns[at] ?? '']] : [])),
        ),
      ];
    }),
  );
  const index = indexTerms([table]);
  indexes.set(key, index);
  return index;
}

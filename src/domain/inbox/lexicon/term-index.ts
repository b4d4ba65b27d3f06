import { foldText } from '../../text/fold-text.ts';

/**
 * Terms of several languages for one idea, by language, as comma-separated text.
 *
 * A term is one or more words. `stem*` also takes longer words; `*stem` and `*stem*` take words that hold it anywhere
 * (German compounds).
 */
export type TermTable = Readonly<Record<string, Readonly<Record<string, string>>>>;

interface Term {
  readonly concept: number;
  /** Words after the first. */
  readonly rest: readonly string[];
  /** Whether the last word may go on. */
  readonly open: boolean;
}

/** Compiled terms, looked up by the words of a text. */
export interface TermIndex {
  readonly concepts: readonly string[];
  readonly byFirstWord: ReadonlyMap<string, readonly Term[]>;
  /** Single stems, by their first three letters. */
  readonly byStem: ReadonlyMap<string, readonly { readonly stem: string; readonly concept: number }[]>;
  readonly infixes: readonly { readonly stem: string; readonly concept: number }[];
}

const STEM_KEY_LENGTH = 3;
/** Japanese sets no spaces between words, so its terms may stand anywhere. */
const UNSPACED = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
/** And, so, with, for, like, the: Arabic writes them on to the next word. */
const ARABIC_JOINED = /^[وفبلك](?=.{3})/u;
const ARABIC_ARTICLE = /^(?:[وف]?[بك]?ال|[وف]?لل)(?=[\u0600-\u06FF]{2})/u;

/** The words of a text as terms are compared: folded, letters and digits only. */
export function termWords(text: string): string[] {
  return foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Compiles tables of terms. The order of concepts is the order of the tables and their keys. */
export function indexTerms(tables: readonly TermTable[]): TermIndex {
  const concepts: string[] = [];
  const byFirstWord = new Map<string, Term[]>();
  const byStem = new Map<string, { stem: string; concept: number }[]>();
  const infixes: { stem: string; concept: number }[] = [];
  for (const [name, languages] of tables.flatMap((table) => Object.entries(table))) {
    const concept = concepts.push(name) - 1;
    const terms = new Set(
      Object.values(languages).flatMap((list) => list.split(',').map((term) => term.trim())),
    );
    for (const term of terms) {
      const words = termWords(term);
      const [first, ...rest] = words;
      if (first === undefined) continue;
      const open = term.endsWith('*');
      if (term.startsWith('*') || UNSPACED.test(first)) infixes.push({ stem: first, concept });
      else if (rest.length === 0 && open)
        push(byStem, first.slice(0, STEM_KEY_LENGTH), { stem: first, concept });
      else push(byFirstWord, first, { concept, rest, open });
    }
  }
  return { concepts, byFirstWord, byStem, infixes };
}

/**
 * How often each concept is named.
 *
 * @returns counts in the order of `index.concepts`; a word counts once for a concept, however many terms it fits.
 */
export function countTerms(index: TermIndex, words: readonly string[]): Uint16Array {
  const counts = new Uint16Array(index.concepts.length);
  const lastAt = new Int32Array(index.concepts.length).fill(-1);
  const hit = (concept: number, at: number): void => {
    if (lastAt[concept] === at) return;
    lastAt[concept] = at;
    counts[concept] = (counts[concept] ?? 0) + 1;
  };
  words.forEach((word, at) => {
    for (const form of formsOf(word)) {
      for (const term of index.byFirstWord.get(form) ?? []) {
        if (restFits(term, words, at + 1)) hit(term.concept, at);
      }
      for (const { stem, concept } of index.byStem.get(form.slice(0, STEM_KEY_LENGTH)) ?? []) {
        if (form.startsWith(stem)) hit(concept, at);
      }
    }
    for (const { stem, concept } of index.infixes) if (word.includes(stem)) hit(concept, at);
  });
  return counts;
}

function formsOf(word: string): readonly string[] {
  const forms = [word, word.replace(ARABIC_JOINED, ''), word.replace(ARABIC_ARTICLE, '')];
  return forms.filter((form, at) => forms.indexOf(form) === at);
}

function restFits({ rest, open }: Term, words: readonly string[], from: number): boolean {
  return rest.every((word, index) => {
    const found = words[from + index];
    if (found === undefined) return false;
    return open && index === rest.length - 1 ? found.startsWith(word) : found === word;
  });
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

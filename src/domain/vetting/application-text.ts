import { countTerms, type TermIndex, termWords } from '../inbox/lexicon/term-index.ts';
import { languageByLittleWords, languageByScript } from '../text/language-signs.ts';
import type { Application } from './application.ts';
import { type TermName, termsFor } from './safety/term-sets.ts';

/** One sentence of an application, with how often each idea of the word lists is named in it. */
export interface ReadSentence {
  readonly text: string;
  readonly where: 'about' | 'post';
  count(name: TermName): number;
}

/** An application's words, read once for all rules. */
export interface ApplicationText {
  /** Bio, claims and pitch. */
  readonly about: string;
  readonly posts: readonly string[];
  /** Everything, for rules that look across. */
  readonly all: string;
  /** ISO 639-1 by script or little words; null when nothing tells. */
  readonly language: string | null;
  readonly sentences: readonly ReadSentence[];
}

const SENTENCES_MAX = 400;
const SENTENCE_END = /(?<=[.!؟。！])\s+|(?<=[。！])|\n+|\s[|•·]\s/u;

/** Cuts an application's words into sentences and looks each up in the word lists of its languages. */
export function readText(application: Application): ApplicationText {
  const about = [application.bio, application.claimed, application.pitch]
    .filter((text) => text.trim() !== '')
    .join('\n');
  const posts = application.posts.map(({ text }) => text).filter((text) => text.trim() !== '');
  const all = [about, ...posts].join('\n');
  const language = languageOf(all);
  const index = indexFor(application, language);
  const places = new Map(index.concepts.map((name, at) => [name, at]));
  const sentence = (text: string, where: ReadSentence['where']): ReadSentence => {
    const counts = countTerms(index, ideaWords(text));
    return { text, where, count: (name) => counts[places.get(name) ?? -1] ?? 0 };
  };
  return {
    about,
    posts,
    all,
    language,
    sentences: [
      ...sentencesOf(about).map((text) => sentence(text, 'about')),
      ...posts.flatMap(sentencesOf).map((text) => sentence(text, 'post')),
    ].slice(0, SENTENCES_MAX),
  };
}

const languageOf = (all: string): string | null =>
  languageByScript(all) ?? languageByLittleWords(termWords(all));

const indexFor = (application: Application, language: string | null): TermIndex =>
  termsFor(new Set([application.language, language].filter((name) => name !== null)));

/** The word lists of an application's languages. */
export function vettingTerms(application: Application): TermIndex {
  const { bio, claimed, pitch, posts } = application;
  return indexFor(
    application,
    languageOf([bio, claimed, pitch, ...posts.map(({ text }) => text)].join('\n')),
  );
}

/** A text's words as the word lists are compared with them; tags are words. */
export const ideaWords = (text: string): string[] => termWords(splitTags(text));

export const sentencesOf = (text: string): string[] =>
  text
    .split(SENTENCE_END)
    .map((part) => part.trim())
    .filter((part) => part.length > 1);

/** `#OnlineCasino` is two words. */
const splitTags = (text: string): string =>
  text.replaceAll(
    /[#@](\p{L}[\p{L}\p{N}_]*)/gu,
    (_, tag: string) => ` ${tag.replaceAll('_', ' ').replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')} `,
  );

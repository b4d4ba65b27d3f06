import { countTerms } from '../inbox/lexicon/term-index.ts';
import type { Application } from './application.ts';
import { ideaWords, sentencesOf, vettingTerms } from './application-text.ts';
import { vettingGloss } from './gloss/vetting-gloss.ts';
import { TERM_NAMES } from './safety/term-sets.ts';

/** A stretch of an application's words that is read as one. */
export interface TextUnit {
  readonly text: string;
  readonly where: UnitPlace;
  /** How often each idea of the word lists is named, in the order of `TERM_NAMES`. */
  readonly ideas: Uint16Array;
  /** How often each idea of the gloss is named. */
  readonly gloss: Uint16Array;
}

export const UNIT_PLACES = ['bio', 'pitch', 'post', 'handle'] as const;
export type UnitPlace = (typeof UNIT_PLACES)[number];

/** What a terse caption says needs its neighbour; what is longer dilutes it. */
const CHARACTERS_AIM = 110;
const CHARACTERS_MAX = 300;
/** Later posts say little that earlier ones did not, and reading takes time. */
const POST_UNITS_MAX = 12;
const ABOUT_UNITS_MAX = 10;

export interface UnitsOfText {
  readonly units: readonly TextUnit[];
  /** Whether every word stands in them. */
  readonly isWhole: boolean;
}

/** Cuts an application's words into stretches of a sentence or two, the handle among them. */
export function textUnits(application: Application): UnitsOfText {
  const { bio, claimed, pitch, posts, handle } = application;
  const index = vettingTerms(application);
  const gloss = vettingGloss(application.language);
  const places = new Map(index.concepts.map((name, at) => [name, at]));
  const unit = (text: string, where: UnitPlace): TextUnit => {
    const words = ideaWords(text);
    const counts = countTerms(index, words);
    return {
      text: text.slice(0, CHARACTERS_MAX),
      where,
      ideas: Uint16Array.from(TERM_NAMES, (name) => counts[places.get(name) ?? -1] ?? 0),
      gloss: countTerms(gloss, words),
    };
  };
  const units = (text: string, where: UnitPlace): TextUnit[] =>
    joined(sentencesOf(text)).map((part) => unit(part, where));
  const handleWords = (handle ?? '').replaceAll(/[._\-\d]+/gu, ' ').trim();
  const about = [...units(bio, 'bio'), ...units(claimed, 'pitch'), ...units(pitch, 'pitch')];
  const captions = posts.flatMap(({ text }) => units(text, 'post'));
  const read = [...about.slice(0, ABOUT_UNITS_MAX), ...captions.slice(0, POST_UNITS_MAX)];
  return {
    units: [...read, ...(handleWords === '' ? [] : [unit(handleWords, 'handle')])],
    isWhole:
      read.length === about.length + captions.length &&
      read.every(({ text }) => text.length < CHARACTERS_MAX),
  };
}

/** Neighbouring sentences as one, as long as they stay short together. */
function joined(sentences: readonly string[]): string[] {
  const parts: string[] = [];
  for (const sentence of sentences) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + sentence.length < CHARACTERS_AIM)
      parts[parts.length - 1] = `${last} ${sentence}`;
    else parts.push(sentence);
  }
  return parts;
}

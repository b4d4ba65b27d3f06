import { foldText } from '../text/fold-text.ts';
import type { BrandAlignment } from './brand-alignment.ts';
import type { BrandProfile } from './brand-profile.ts';
import { brandSentiment } from './brand-sentiment.ts';
import { countWords } from './page-words.ts';
import { measureText } from './text-measures.ts';

const SHARES = { similarity: 0.5, sentiment: 0.3, tone: 0.2 };
/** Per thousand words; from here on a text shouts. */
const LOUD = 40;
const WORDS_MIN = 150;

/**
 * How a page fits a brand.
 *
 * @param nearness - cosine of the page's words and the brand's text, −1 to 1, by the sentence encoder; null without one.
 */
export function alignBrand(text: string, brand: BrandProfile, nearness: number | null): BrandAlignment {
  const { words, exclamations, shouted } = measureText(text);
  const hype = countWords('hype', foldText(text.slice(0, 200_000)));
  const loud = (1_000 * (exclamations + shouted + hype)) / Math.max(WORDS_MIN, words);
  const tone = Math.max(0, 1 - loud / LOUD);
  const { mentions, sentiment } = brandSentiment(text, [brand.name, ...brand.products]);
  const similarity = Math.max(0, Math.min(1, nearness ?? 0));
  const felt = sentiment === null ? 0.5 : (sentiment + 1) / 2;
  const score = SHARES.similarity * similarity + SHARES.sentiment * felt + SHARES.tone * tone;
  return {
    similarity: rounded(similarity),
    mentions,
    sentiment: sentiment === null ? null : rounded(sentiment),
    tone: rounded(tone),
    score: rounded(score),
  };
}

const rounded = (value: number): number => Math.round(value * 1_000) / 1_000;

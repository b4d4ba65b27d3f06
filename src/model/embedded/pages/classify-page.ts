import { CONTENT_TYPES, type ContentType } from '../../../domain/pages/content-type.ts';
import type { PageSignals } from '../../../domain/pages/page-signals.ts';
import { scoreProblemSolving } from '../../../domain/pages/score-problem-solving.ts';
import { typeFeatures } from '../../../domain/pages/type-features.ts';
import { softmax } from '../linear/softmax.ts';
import type { PageWeights } from './page-weights.ts';

const TESTED = CONTENT_TYPES.indexOf('comparison_tested');
const CHEAP = CONTENT_TYPES.indexOf('listicle_low_value');

/** What a page is, with how sure that is. */
export interface PageClass {
  readonly contentType: ContentType;
  /** 0 to 1. */
  readonly confidence: number;
  /** Every kind with its share, the likeliest first. */
  readonly ranked: readonly { readonly contentType: ContentType; readonly share: number }[];
}

/** Below this a page is neither of the two, and its score need not be worked out. */
const EITHER_MIN = 0.2;
/** No page is wholly one or the other by its score alone. */
const SCORE_RANGE = { least: 0.05, most: 0.95 };

/**
 * Where the likeliest kind is not sure enough, the page is `other`; `ranked` still says what it looked like.
 *
 * A tested comparison and a list of best prices are built alike, and told apart by whether they solve a problem: the odds
 * between the two are multiplied by those of the score. On 30 texts of each by somebody who knew neither, half of the tested
 * ones and 2 of the others lie above 0.5.
 */
export function classifyPage(signals: PageSignals, weights: PageWeights): PageClass {
  const shares = sharesOf(typeFeatures(signals), weights);
  const [tested, cheap] = [shares[TESTED] ?? 0, shares[CHEAP] ?? 0];
  const either = tested + cheap;
  if (either >= EITHER_MIN) {
    const score = Math.min(SCORE_RANGE.most, Math.max(SCORE_RANGE.least, scoreProblemSolving(signals).score));
    const weighed = tested * score + cheap * (1 - score);
    shares[TESTED] = (either * tested * score) / weighed;
    shares[CHEAP] = (either * cheap * (1 - score)) / weighed;
  }
  return decide(shares, weights.sureFrom);
}

/** By what the structure says alone. */
export function classifyFeatures(
  features: Readonly<Record<string, number>>,
  weights: PageWeights,
): PageClass {
  return decide(sharesOf(features, weights), weights.sureFrom);
}

function sharesOf(features: Readonly<Record<string, number>>, weights: PageWeights): Float64Array {
  const scores = new Float64Array(CONTENT_TYPES.length);
  add(scores, weights.weights['always'], 1);
  for (const [name, value] of Object.entries(features)) add(scores, weights.weights[name], value);
  return softmax(scores, weights.temperature);
}

function decide(shares: Float64Array, sureFrom: number): PageClass {
  const ranked = CONTENT_TYPES.map((contentType, at) => ({ contentType, share: shares[at] ?? 0 })).toSorted(
    (a, b) => b.share - a.share,
  );
  const [best] = ranked;
  const confidence = best?.share ?? 0;
  const isSure = confidence >= sureFrom;
  return { contentType: isSure ? (best?.contentType ?? 'other') : 'other', confidence, ranked };
}

function add(scores: Float64Array, row: readonly number[] | undefined, value: number): void {
  if (!row || value === 0) return;
  for (let at = 0; at < scores.length; at++) scores[at] = (scores[at] ?? 0) + value * (row[at] ?? 0);
}

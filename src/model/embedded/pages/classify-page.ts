import { CONTENT_TYPES, type ContentType } from '../../../domain/pages/content-type.ts';
import type { PageSignals } from '../../../domain/pages/page-signals.ts';
import { typeFeatures } from '../../../domain/pages/type-features.ts';
import { softmax } from '../linear/softmax.ts';
import type { PageWeights } from './page-weights.ts';

/** What a page is, with how sure that is. */
export interface PageClass {
  readonly contentType: ContentType;
  /** 0 to 1. */
  readonly confidence: number;
  /** Every kind with its share, the likeliest first. */
  readonly ranked: readonly { readonly contentType: ContentType; readonly share: number }[];
}

/** Where the likeliest kind is not sure enough, the page is `other`; `ranked` still says what it looked like. */
export function classifyPage(signals: PageSignals, weights: PageWeights): PageClass {
  return classifyFeatures(typeFeatures(signals), weights);
}

export function classifyFeatures(
  features: Readonly<Record<string, number>>,
  weights: PageWeights,
): PageClass {
  const scores = new Float64Array(CONTENT_TYPES.length);
  add(scores, weights.weights['always'], 1);
  for (const [name, value] of Object.entries(features)) add(scores, weights.weights[name], value);
  softmax(scores, weights.temperature);
  const ranked = CONTENT_TYPES.map((contentType, at) => ({ contentType, share: scores[at] ?? 0 })).toSorted(
    (a, b) => b.share - a.share,
  );
  const [best] = ranked;
  const confidence = best?.share ?? 0;
  const isSure = confidence >= weights.sureFrom;
  return { contentType: isSure ? (best?.contentType ?? 'other') : 'other', confidence, ranked };
}

function add(scores: Float64Array, row: readonly number[] | undefined, value: number): void {
  if (!row || value === 0) return;
  for (let at = 0; at < scores.length; at++) scores[at] = (scores[at] ?? 0) + value * (row[at] ?? 0);
}

import { INTENTS, type Intent } from '../../../domain/inbox/intent.ts';
import { URGENCIES, type Urgency } from '../../../domain/inbox/urgency.ts';
import { addScores, softmax } from '../linear/softmax.ts';
import type { SparseVector } from '../linear/sparse-vector.ts';
import type { InboxWeights } from './inbox-weights.ts';
import { brandShare, humanShare, intentShares, WISHES } from './wish.ts';

/** What the learnt part says of one mail. */
export interface MailClass {
  readonly intent: Intent;
  /** Others worth naming, likeliest first. */
  readonly also: readonly Intent[];
  /** Calibrated chance that `intent` is right. */
  readonly confidence: number;
  readonly isSure: boolean;
  /** Sign of going to a person, in [0, 1]: the mean of its own head and of the wishes that do. */
  readonly humanChance: number;
  readonly brandChance: number;
  readonly urgency: Urgency;
}

const ALSO_MAX = 2;

export function classifyMail(vector: SparseVector, weights: InboxWeights): MailClass {
  const { limits } = weights;
  const ranked = rankedIntents(sharesOf(vector, weights.wish, WISHES, limits.temperature));
  // The limits were chosen on shares as they come, without temperature.
  const wishes = sharesOf(vector, weights.wish, WISHES, 1);
  const [first, ...rest] = ranked;
  const urgencies = sharesOf(vector, weights.urgency, URGENCIES.length, 1);
  return {
    intent: first?.intent ?? 'general_other',
    also: rest
      .filter(({ share }) => share >= limits.alsoFrom)
      .slice(0, ALSO_MAX)
      .map(({ intent }) => intent),
    confidence: first?.share ?? 0,
    isSure: (first?.share ?? 0) >= limits.sureFrom,
    humanChance: ((sharesOf(vector, weights.human, 2, 1)[1] ?? 1) + humanShare(wishes)) / 2,
    brandChance: ((sharesOf(vector, weights.brand, 2, 1)[1] ?? 1) + brandShare(wishes)) / 2,
    urgency: URGENCIES[urgencies.indexOf(Math.max(...urgencies))] ?? 'normal',
  };
}

/** All intents with their shares, likeliest first. */
function rankedIntents(wishes: Float64Array): { readonly intent: Intent; readonly share: number }[] {
  const shares = intentShares(wishes);
  return INTENTS.map((intent, at) => ({ intent, share: shares[at] ?? 0 })).sort((a, b) => b.share - a.share);
}

function sharesOf(
  vector: SparseVector,
  weights: Float32Array,
  classes: number,
  temperature: number,
): Float64Array {
  const scores = new Float64Array(classes);
  addScores(scores, weights, vector);
  return softmax(scores, temperature);
}

import { INTENTS, type Intent } from '../../../domain/inbox/intent.ts';
import { URGENCIES, type Urgency } from '../../../domain/inbox/urgency.ts';
import { addScores, softmax } from '../linear/softmax.ts';
import type { SparseVector } from '../linear/sparse-vector.ts';
import type { InboxWeights } from './inbox-weights.ts';

/** What the learnt part says of one mail. */
export interface MailClass {
  readonly intent: Intent;
  /** Others worth naming, likeliest first. */
  readonly also: readonly Intent[];
  /** Calibrated chance that `intent` is right. */
  readonly confidence: number;
  readonly isSure: boolean;
  /** Whether it almost surely wants something that no person has to see. */
  readonly isHarmless: boolean;
  /** Sign of going to a person, in [0, 1]: the mean of its own head and of the intents that always do. */
  readonly humanChance: number;
  readonly brandChance: number;
  readonly urgency: Urgency;
}

/** Intents that go to a person by what they are. */
const HUMAN_INTENTS: readonly Intent[] = ['pr_press', 'contract_legal', 'brand_complaint', 'phishing'];
/** How often mail of an intent touches how the brand looks to the public. */
const BRAND_SHARES: Readonly<Partial<Record<Intent, number>>> = {
  pr_press: 1,
  brand_complaint: 1,
  contract_legal: 0.45,
  phishing: 0.4,
  internal_forward: 0.2,
  termination: 0.1,
};
const ALSO_MAX = 2;
const HARMLESS_SHARE_MIN = 0.98;

export function classifyMail(vector: SparseVector, weights: InboxWeights): MailClass {
  const { limits } = weights;
  const ranked = rankedIntents(vector, weights, limits.temperature);
  // The limits were chosen on shares as they come, without temperature.
  const plain = rankedIntents(vector, weights, 1);
  const [first, ...rest] = ranked;
  const mass = (weightOf: (intent: Intent) => number): number =>
    plain.reduce((sum, { intent, share }) => sum + weightOf(intent) * share, 0);
  const urgencies = sharesOf(vector, weights.urgency, URGENCIES.length, 1);
  return {
    intent: first?.intent ?? 'general_other',
    also: rest
      .filter(({ share }) => share >= limits.alsoFrom)
      .slice(0, ALSO_MAX)
      .map(({ intent }) => intent),
    confidence: first?.share ?? 0,
    isSure: (first?.share ?? 0) >= limits.sureFrom,
    isHarmless: plain.some(
      ({ intent, share }) => share >= HARMLESS_SHARE_MIN && !HUMAN_INTENTS.includes(intent),
    ),
    humanChance:
      ((sharesOf(vector, weights.human, 2, 1)[1] ?? 1) +
        mass((intent) => (HUMAN_INTENTS.includes(intent) ? 1 : 0))) /
      2,
    brandChance:
      ((sharesOf(vector, weights.brand, 2, 1)[1] ?? 1) + mass((intent) => BRAND_SHARES[intent] ?? 0)) / 2,
    urgency: URGENCIES[urgencies.indexOf(Math.max(...urgencies))] ?? 'normal',
  };
}

/** All intents with their shares, likeliest first. */
function rankedIntents(
  vector: SparseVector,
  weights: InboxWeights,
  temperature: number,
): { readonly intent: Intent; readonly share: number }[] {
  const shares = sharesOf(vector, weights.intent, INTENTS.length, temperature);
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

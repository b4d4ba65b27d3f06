import { INTENTS, type Intent } from '../../../domain/inbox/intent.ts';
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
  /** Chance of going to a person: by its own head, or by the intents that always do, whichever is higher. */
  readonly humanChance: number;
  readonly brandChance: number;
}

/** Intents that go to a person by what they are. */
const HUMAN_INTENTS: readonly Intent[] = ['pr_press', 'contract_legal', 'brand_complaint', 'phishing'];
const BRAND_INTENTS: readonly Intent[] = ['pr_press', 'brand_complaint'];
const ALSO_MAX = 2;

export function classifyMail(vector: SparseVector, weights: InboxWeights): MailClass {
  const { limits } = weights;
  const shares = sharesOf(vector, weights.intent, INTENTS.length, limits.temperature);
  const ranked = INTENTS.map((intent, at) => ({ intent, share: shares[at] ?? 0 })).sort(
    (a, b) => b.share - a.share,
  );
  const [first, ...rest] = ranked;
  const mass = (intents: readonly Intent[]): number =>
    ranked.reduce((sum, { intent, share }) => sum + (intents.includes(intent) ? share : 0), 0);
  return {
    intent: first?.intent ?? 'general_other',
    also: rest
      .filter(({ share }) => share >= limits.alsoFrom)
      .slice(0, ALSO_MAX)
      .map(({ intent }) => intent),
    confidence: first?.share ?? 0,
    isSure: (first?.share ?? 0) >= limits.sureFrom,
    humanChance: Math.max(sharesOf(vector, weights.human, 2, 1)[1] ?? 1, mass(HUMAN_INTENTS)),
    brandChance: Math.max(sharesOf(vector, weights.brand, 2, 1)[1] ?? 1, mass(BRAND_INTENTS)),
  };
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

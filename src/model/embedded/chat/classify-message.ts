import { CHAT_INTENTS, type ChatReading } from '../../../domain/chat/chat-intent.ts';
import { addScores, softmax } from '../linear/softmax.ts';
import type { SparseVector } from '../linear/sparse-vector.ts';
import type { ChatWeights } from './chat-weights.ts';

const LIKELY_MAX = 3;

/** What a message wants, with how sure that is. */
export function classifyMessage(
  vector: SparseVector,
  { weights, temperature, sureFrom }: ChatWeights,
): ChatReading {
  const scores = new Float64Array(CHAT_INTENTS.length);
  addScores(scores, weights, vector);
  const shares = softmax(scores, temperature);
  const ranked = CHAT_INTENTS.map((intent, at) => ({ intent, share: shares[at] ?? 0 })).sort(
    (a, b) => b.share - a.share,
  );
  const [best] = ranked;
  const confidence = best?.share ?? 0;
  return {
    intent: best?.intent ?? 'help',
    confidence,
    isSure: confidence >= sureFrom,
    likely: ranked.slice(0, LIKELY_MAX).map(({ intent }) => intent),
  };
}

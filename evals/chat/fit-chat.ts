import { CHAT_INTENTS } from '../../src/domain/chat/chat-intent.ts';
import { CHAT_FEATURES, chatText, chatVector } from '../../src/model/embedded/chat/chat-features.ts';
import { fitLogistic } from '../../src/model/embedded/linear/fit-logistic.ts';
import type { SparseVector } from '../../src/model/embedded/linear/sparse-vector.ts';
import type { SentenceEncoder } from '../../src/model/embedded/sentence-encoder.ts';
import type { ChatCase } from './read-cases.ts';

/** Chosen by cross-fitting on the learning part. */
const FIT = { l2: 1e-3, stepsMax: 80 };

export interface ChatExample {
  readonly chatCase: ChatCase;
  readonly vector: SparseVector;
}

export async function chatExamples(
  cases: readonly ChatCase[],
  encoder: SentenceEncoder,
): Promise<ChatExample[]> {
  const sentences = await encoder.encode(cases.map(({ message }) => chatText(message)));
  return cases.map((chatCase, at) => ({
    chatCase,
    vector: chatVector(chatCase.message, sentences[at] ?? new Float32Array(512)),
  }));
}

/** The same examples give the same weights. */
export function fitChat(examples: readonly ChatExample[]): Float64Array {
  return fitLogistic(
    {
      vectors: examples.map(({ vector }) => vector),
      labels: examples.map(({ chatCase }) => CHAT_INTENTS.indexOf(chatCase.intent)),
      classes: CHAT_INTENTS.length,
      features: CHAT_FEATURES,
    },
    FIT,
  );
}

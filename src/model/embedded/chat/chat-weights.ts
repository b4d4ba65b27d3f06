import { z } from 'zod';
import { CHAT_INTENTS } from '../../../domain/chat/chat-intent.ts';
import { CHAT_FEATURES } from './chat-features.ts';

const CLASSES = CHAT_INTENTS.length;
const LEVELS = 127;

/** What stands beside the numbers. */
export const ChatWeightsHead = z.strictObject({
  version: z.literal(1),
  /** Of the labelled messages they were learnt from. */
  casesSha256: z.string(),
  cases: z.int(),
  /** Above 1 makes the shares more alike; chosen by cross-fitting. */
  temperature: z.number(),
  /** From this share on the likeliest intent is sure. */
  sureFrom: z.number(),
  /** One step of the packed numbers, for each class. */
  steps: z.array(z.number()).length(CLASSES),
});
export type ChatWeightsHead = z.infer<typeof ChatWeightsHead>;

export interface ChatWeights {
  /** Feature by class, as `addScores` reads them. */
  readonly weights: Float32Array;
  readonly temperature: number;
  readonly sureFrom: number;
}

/** Each weight as one byte, in steps of its class. */
export function packChatWeights(weights: Float64Array): { bytes: Int8Array; steps: number[] } {
  const steps = CHAT_INTENTS.map((_, c) => {
    let most = 0;
    for (let at = c; at < weights.length; at += CLASSES) most = Math.max(most, Math.abs(weights[at] ?? 0));
    return most / LEVELS || 1;
  });
  return {
    bytes: Int8Array.from(weights, (weight, at) => Math.round(weight / (steps[at % CLASSES] ?? 1))),
    steps,
  };
}

export function unpackChatWeights(bytes: Int8Array, head: ChatWeightsHead): ChatWeights {
  if (bytes.length !== CHAT_FEATURES * CLASSES)
    throw new Error('The chat weights have another size than the features.');
  return {
    weights: Float32Array.from(bytes, (level, at) => level * (head.steps[at % CLASSES] ?? 0)),
    temperature: head.temperature,
    sureFrom: head.sureFrom,
  };
}

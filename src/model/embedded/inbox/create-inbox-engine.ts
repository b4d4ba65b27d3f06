import { createSentenceEncoder } from '../sentence-encoder.ts';
import { readInboxWeights } from './read-inbox-weights.ts';
import type { InboxEngine } from './triage-mail.ts';

/** Loads the sentence encoder and the committed weights; touches no network. Make it once. */
export async function createInboxEngine(): Promise<InboxEngine> {
  const [encoder, weights] = await Promise.all([createSentenceEncoder(), readInboxWeights()]);
  return { encoder, weights };
}

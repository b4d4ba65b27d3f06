import type { ChatReading } from '../../../domain/chat/chat-intent.ts';
import { chatText, chatVector } from './chat-features.ts';
import type { ChatWeights } from './chat-weights.ts';
import { classifyMessage } from './classify-message.ts';
import { readChatWeights } from './read-chat-weights.ts';

/**
 * Reads messages to the chat by the committed weights, which are loaded at the first one, once.
 *
 * @param embed - the sentence encoder's vectors.
 */
export function createChatReader(
  embed: (texts: readonly string[]) => Promise<Float32Array[]>,
): (message: string) => Promise<ChatReading> {
  let loading: Promise<ChatWeights> | null = null;
  const loaded = (): Promise<ChatWeights> => {
    loading ??= readChatWeights().catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  };
  return async (message) => {
    const [weights, [sentence]] = await Promise.all([loaded(), embed([chatText(message)])]);
    if (!sentence) throw new Error('The sentence encoder gave no vector.');
    return classifyMessage(chatVector(message, sentence), weights);
  };
}

import type { ChatDeps } from '../../graphs/chat.ts';
import { callTool } from '../../tools/call-tool.ts';
import type { OpenDatabase } from '../cli/context.ts';
import type { HttpDeps } from '../http/http-deps.ts';
import { answerChat } from '../intake/chat/answer-chat.ts';
import { createChatReader } from '../model/embedded/chat/create-chat-reader.ts';
import type { Surroundings } from './run-deps-of.ts';

export interface ChatParts extends Pick<ChatDeps, 'engine' | 'plan'> {
  embed(texts: readonly string[]): Promise<Float32Array[]>;
}

/**
 * What answers the chat.
 *
 * @param engine - words proposals and, where there is a language model, answers.
 * @param embed - the sentence encoder's vectors.
 * @param plan - null without a language model.
 */
export function chatOf(
  { pools }: Pick<OpenDatabase, 'pools'>,
  { policy, now }: Pick<Surroundings, 'policy' | 'now'>,
  { engine, plan, embed }: ChatParts,
): HttpDeps['chat'] {
  const deps = {
    app: pools.app,
    db: pools.agent,
    policy,
    engine,
    plan,
    callTool,
    now,
    read: createChatReader(embed),
  };
  return (input, by, signal) => answerChat(deps, input, by, signal);
}

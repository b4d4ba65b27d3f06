import type { OpenDatabase } from '../cli/context.ts';
import { createChatPlanner } from '../model/chat/create-chat-planner.ts';
import { createCircuit } from '../model/circuit.ts';
import { createSentenceEncoder, type SentenceEncoder } from '../model/embedded/sentence-encoder.ts';
import type { ChatParts } from './chat-of.ts';
import { clientOf, createEngine } from './create-engine.ts';
import { databaseBudget } from './database-budget.ts';
import type { Surroundings } from './run-deps-of.ts';

/** The engines behind the chat: the embedded ones, loaded at once, and the language model where one is configured. */
export function chatPartsOf(
  { pools }: Pick<OpenDatabase, 'pools'>,
  { policy, log, now, model }: Pick<Surroundings, 'policy' | 'log' | 'now' | 'model'>,
): ChatParts {
  let loading: Promise<SentenceEncoder> | null = null;
  const encoder = (): Promise<SentenceEncoder> => {
    loading ??= createSentenceEncoder().catch((error: unknown) => {
      // The next message may find the files.
      loading = null;
      throw error;
    });
    return loading;
  };
  // Nobody waits for it at the first message.
  encoder().catch((error: unknown) =>
    log.warn({ err: error }, 'the chat’s sentence encoder is not loaded yet'),
  );
  const { pauseAfterFailures, pauseSeconds } = policy.model;
  return {
    engine: createEngine({ model, policy: policy.model, app: pools.app, log, now }),
    embed: async (texts) => (await encoder()).encode(texts),
    plan:
      model === null
        ? null
        : createChatPlanner({
            client: clientOf(model),
            budget: databaseBudget(pools.app, policy.model, now),
            circuit: createCircuit(pauseAfterFailures, pauseSeconds * 1_000, () => performance.now()),
            policy: policy.model,
            run: null,
            now,
          }),
  };
}

import type { OpenDatabase } from '../cli/context.ts';
import { createChatPlanner } from '../model/chat/create-chat-planner.ts';
import { createCircuit } from '../model/circuit.ts';
import type { ChatParts } from './chat-of.ts';
import { clientOf, createEngine } from './create-engine.ts';
import { databaseBudget } from './database-budget.ts';
import { embedTexts } from './embed-texts.ts';
import type { Surroundings } from './run-deps-of.ts';

/** The engines behind the chat: the embedded ones, loaded at once, and the language model where one is configured. */
export function chatPartsOf(
  { pools }: Pick<OpenDatabase, 'pools'>,
  { policy, log, now, model }: Pick<Surroundings, 'policy' | 'log' | 'now' | 'model'>,
): ChatParts {
  // Nobody waits for it at the first message.
  embedTexts([]).catch((error: unknown) =>
    log.warn({ err: error }, 'the chat’s sentence encoder is not loaded yet'),
  );
  const { pauseAfterFailures, pauseSeconds, chatWaitSeconds } = policy.model;
  // Nobody hears what comes later: the calls end too.
  const hurried = {
    ...policy.model,
    timeoutSeconds: Math.min(policy.model.timeoutSeconds, chatWaitSeconds),
    deadlineSeconds: Math.min(policy.model.deadlineSeconds, chatWaitSeconds),
  };
  return {
    engine: createEngine({ model, policy: hurried, app: pools.app, log, now }),
    embed: embedTexts,
    plan:
      model === null
        ? null
        : createChatPlanner({
            client: clientOf(model),
            budget: databaseBudget(pools.app, policy.model, now),
            circuit: createCircuit(pauseAfterFailures, pauseSeconds * 1_000, () => performance.now()),
            policy: hurried,
            run: null,
            now,
          }),
  };
}

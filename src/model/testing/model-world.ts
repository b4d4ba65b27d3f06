import { MODEL_POLICY_DEFAULTS, type ModelPolicy } from '../../domain/model/model-policy.ts';
import { createMemoryBudget } from '../budget/create-memory-budget.ts';
import { createCascade } from '../cascade/create-cascade.ts';
import { createModelEngine } from '../create-model-engine.ts';
import type { LanguageEngine } from '../engine.ts';
import { createOpenAiClient } from '../openai/create-openai-client.ts';
import { embeddedWith } from './embedded-with.ts';

/** A cascade over a server, as main would build it without a database. */
export function cascadeOver(
  url: string,
  {
    policy = {},
    embedded = embeddedWith(),
  }: { policy?: Partial<ModelPolicy>; embedded?: LanguageEngine } = {},
): LanguageEngine {
  const limits: ModelPolicy = { ...MODEL_POLICY_DEFAULTS, ...policy };
  const now = () => new Date();
  const client = createOpenAiClient({ apiKey: 'sk-test', baseUrl: url, model: 'test-model' });
  const model = createModelEngine({
    client,
    budget: createMemoryBudget(limits, now),
    policy: limits,
    embedded,
    now,
  });
  return createCascade({
    embedded,
    model,
    policy: limits,
    log: { info: () => undefined, warn: () => undefined },
  });
}

/** A well-formed reading of a mail, for a scripted model to change. */
export const GOOD_READING = {
  intent: 'commission_increase',
  also: [],
  urgency: 'normal',
  brandSensitive: false,
  mustGoToHuman: false,
  reasons: [],
  injection: false,
  isSure: true,
  language: 'en',
  quotes: [],
};

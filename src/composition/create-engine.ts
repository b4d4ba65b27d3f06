import type pg from 'pg';
import type { ModelPolicy } from '../domain/model/model-policy.ts';
import type { Logger } from '../logger.ts';
import { createMemoryBudget } from '../model/budget/create-memory-budget.ts';
import { createCascade } from '../model/cascade/create-cascade.ts';
import type { ModelClient } from '../model/client.ts';
import { createModelEngine, type ModelEngine } from '../model/create-model-engine.ts';
import { createEmbeddedEngine } from '../model/embedded/create-embedded-engine.ts';
import type { LanguageEngine } from '../model/engine.ts';
import { createLlamaClient } from '../model/llama/create-llama-client.ts';
import { createOpenAiClient } from '../model/openai/create-openai-client.ts';
import type { ModelConfig } from '../model-config.ts';
import { databaseBudget } from './database-budget.ts';

export interface EngineSettings {
  readonly model: ModelConfig;
  readonly policy: ModelPolicy;
  /** Where all processes count together what a model takes; null for a command without a database. */
  readonly app: pg.Pool | null;
  readonly log: Pick<Logger, 'info' | 'warn'>;
  now(): Date;
}

/**
 * The language engine of this process: the embedded one, and over it a model where one is configured. Make it once, since
 * it loads its parts once.
 *
 * @throws {Refusal} `model_missing` when a model file is named that is not there.
 */
export function createEngine(settings: EngineSettings): LanguageEngine {
  const embedded = createEmbeddedEngine();
  const model = modelOf(settings, embedded);
  if (model === null) return embedded;
  const { policy, log } = settings;
  log.info(
    { engine: model.name },
    'a language model is asked where the embedded engine is unsure, and for prose',
  );
  if (policy.inputPricePerMillionMicros === null || policy.outputPricePerMillionMicros === null) {
    log.info(
      'its price is not in the policy (model.inputPricePerMillionMicros, …), so only tokens bound what it costs',
    );
  }
  return createCascade({ embedded, model, policy, log });
}

/** The configured model alone, for measuring it; null when there is none. */
export function modelOf(
  { model, policy, app, now }: Omit<EngineSettings, 'log'>,
  embedded: LanguageEngine,
): ModelEngine | null {
  if (model === null) return null;
  const budget = app === null ? createMemoryBudget(policy, now) : databaseBudget(app, policy, now);
  return createModelEngine({ client: clientOf(model), budget, policy, embedded, now });
}

/** What speaks with the configured model. */
export function clientOf(model: NonNullable<ModelConfig>): ModelClient {
  switch (model.kind) {
    case 'openai':
      return createOpenAiClient(model);
    case 'gguf':
      return createLlamaClient(model.path);
    default:
      return model satisfies never;
  }
}

import { modelOf } from '../src/composition/create-engine.ts';
import { readConfig } from '../src/config.ts';
import { createEmbeddedEngine } from '../src/model/embedded/create-embedded-engine.ts';
import type { LanguageEngine } from '../src/model/engine.ts';
import { readPolicy } from '../src/policy-file.ts';

export const EVAL_ENGINES = ['embedded', 'model'] as const;
export type EvalEngine = (typeof EVAL_ENGINES)[number];

/**
 * The engine that is measured. `model` is the configured one, asked for every case, within the policy's budget of a day.
 *
 * @returns null when no model is configured.
 */
export function evalEngine(name: EvalEngine): LanguageEngine | null {
  const embedded = createEmbeddedEngine();
  if (name === 'embedded') return embedded;
  const { model, policyFile, dataFolder } = readConfig(process.env);
  const { model: policy } = readPolicy(policyFile, dataFolder);
  return modelOf({ model, policy, app: null, now: () => new Date() }, embedded);
}

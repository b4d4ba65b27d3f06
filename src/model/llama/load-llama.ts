import { Refusal } from '../../domain/errors.ts';
import type { LlamaModule } from './llama-module.ts';

/** A name that the compiler does not look up: the package is optional. */
const PACKAGE: string = 'node-llama-cpp';

/** @throws {Refusal} `model_missing` that says what to install. */
export async function loadLlama(): Promise<LlamaModule> {
  try {
    return (await import(PACKAGE)) as LlamaModule;
  } catch (error) {
    const why = error instanceof Error ? error.message.slice(0, 200) : String(error);
    throw new Refusal(
      'model_missing',
      `MARGINKEEPER_GGUF needs the package node-llama-cpp 3: install it with npm install --no-save node-llama-cpp@3 (${why}).`,
    );
  }
}

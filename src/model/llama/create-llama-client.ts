import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { Refusal } from '../../domain/errors.ts';
import type { ModelAnswer, ModelClient, ModelQuestion } from '../client.ts';
import type { Llama, LlamaModel, LlamaModule } from './llama-module.ts';
import { loadLlama } from './load-llama.ts';

interface Loaded {
  readonly module: LlamaModule;
  readonly llama: Llama;
  readonly model: LlamaModel;
}

/**
 * A language model in this process, from a GGUF file of the user's, by the optional package node-llama-cpp. The file is
 * loaded at the first question; questions are answered one after the other.
 *
 * @throws {Refusal} `model_missing` at once when the file is not there.
 */
export function createLlamaClient(
  ggufPath: string,
  load: () => Promise<LlamaModule> = loadLlama,
): ModelClient {
  if (!existsSync(ggufPath)) {
    throw new Refusal('model_missing', `MARGINKEEPER_GGUF names ${ggufPath}, and there is no such file.`);
  }
  let loading: Promise<Loaded> | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const loaded = (): Promise<Loaded> => {
    loading ??= open(ggufPath, load);
    return loading;
  };
  return {
    name: `gguf:${basename(ggufPath, '.gguf')}`,
    ask(question) {
      if ((question.pictures ?? []).length > 0) {
        return Promise.reject(
          new Refusal('model_rejects_us', 'A model from a GGUF file is shown no pictures.'),
        );
      }
      const answer = last.then(async () => askLlama(await loaded(), question));
      // The next one waits for the end of this one, whichever end it is.
      last = answer.catch(() => undefined);
      return answer;
    },
  };
}

async function open(modelPath: string, load: () => Promise<LlamaModule>): Promise<Loaded> {
  const module = await load();
  try {
    const llama = await module.getLlama();
    return { module, llama, model: await llama.loadModel({ modelPath }) };
  } catch (error) {
    throw new Refusal('model_missing', `${modelPath} cannot be loaded: ${wordsOf(error)}`);
  }
}

async function askLlama(
  { module, llama, model }: Loaded,
  { system, user, answerSchema, answerTokensMax, signal }: ModelQuestion,
): Promise<ModelAnswer> {
  const context = await model.createContext();
  try {
    signal.throwIfAborted();
    const grammar = await llama.createGrammarForJsonSchema(answerSchema);
    const session = new module.LlamaChatSession({
      contextSequence: context.getSequence(),
      systemPrompt: system,
      autoDisposeSequence: true,
    });
    const text = await session.prompt(user, { grammar, maxTokens: answerTokensMax, signal });
    const inputTokens = model.tokenize(system).length + model.tokenize(user).length;
    return { text, tokens: { inputTokens, outputTokens: model.tokenize(text).length } };
  } catch (error) {
    if (signal.aborted) throw new Refusal('model_timed_out', 'The language model did not answer in time.');
    throw new Refusal('model_answer_unusable', `The language model failed: ${wordsOf(error)}`);
  } finally {
    await context.dispose();
  }
}

const wordsOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 300);

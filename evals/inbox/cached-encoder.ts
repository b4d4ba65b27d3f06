import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SENTENCE_VECTOR_LENGTH, type SentenceEncoder } from '../../src/model/embedded/sentence-encoder.ts';

const BATCH_TEXTS = 64;

/**
 * An encoder that remembers texts in a folder, so that learning again needs only the new ones encoded.
 *
 * @param folder - made when missing; safe to delete.
 */
export function cachedEncoder(encoder: SentenceEncoder, folder: string): SentenceEncoder {
  mkdirSync(folder, { recursive: true });
  const keysFile = join(folder, 'keys.txt');
  const numbersFile = join(folder, 'vecs.bin');
  const known = new Map<string, Float32Array>();
  if (existsSync(keysFile) && existsSync(numbersFile)) {
    const numbers = readFileSync(numbersFile);
    const all = new Float32Array(numbers.buffer, numbers.byteOffset, numbers.byteLength / 4);
    readFileSync(keysFile, 'utf8')
      .split('\n')
      .filter((key) => key !== '')
      .forEach((key, at) => {
        known.set(key, all.subarray(at * SENTENCE_VECTOR_LENGTH, (at + 1) * SENTENCE_VECTOR_LENGTH));
      });
  }
  return {
    backend: encoder.backend,
    async encode(texts) {
      const missing = new Map(
        texts.map((text) => [keyOf(text), text] as const).filter(([key]) => !known.has(key)),
      );
      const entries = [...missing].sort(([, a], [, b]) => a.length - b.length);
      for (let from = 0; from < entries.length; from += BATCH_TEXTS) {
        const part = entries.slice(from, from + BATCH_TEXTS);
        const vectors = await encoder.encode(part.map(([, text]) => text));
        appendFileSync(
          numbersFile,
          Buffer.concat(vectors.map((vector) => Buffer.from(Float32Array.from(vector).buffer))),
        );
        appendFileSync(keysFile, `${part.map(([key]) => key).join('\n')}\n`);
        for (const [at, [key]] of part.entries())
          known.set(key, vectors[at] ?? new Float32Array(SENTENCE_VECTOR_LENGTH));
      }
      return texts.map((text) => known.get(keyOf(text)) ?? new Float32Array(SENTENCE_VECTOR_LENGTH));
    },
  };
}

const keyOf = (text: string): string => createHash('sha1').update(text).digest('hex');

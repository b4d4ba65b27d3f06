import { createSentenceEncoder, type SentenceEncoder } from '../model/embedded/sentence-encoder.ts';

let loading: Promise<SentenceEncoder> | null = null;

/** Texts as points of 512 numbers: one encoder a process, for the chat and the precedents, loaded when first asked for. */
export async function embedTexts(texts: readonly string[]): Promise<Float32Array[]> {
  loading ??= createSentenceEncoder().catch((error: unknown) => {
    // The next call may find the files.
    loading = null;
    throw error;
  });
  return (await loading).encode(texts);
}

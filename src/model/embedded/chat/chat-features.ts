import { hashedNgrams } from '../inbox/hashed-ngrams.ts';
import { type SparseVector, sparseVector } from '../linear/sparse-vector.ts';
import { SENTENCE_VECTOR_LENGTH } from '../sentence-encoder.ts';
import { CONCEPT_FEATURES, chatConcepts } from './chat-concepts.ts';

/** Messages are short and few words matter, so that few bins are enough. */
const BINS = 1 << 12;
const SCALES = { words: 1.2, letters: 1, sentence: 2 };
const LETTERS_FROM = BINS;
const SENTENCE_FROM = 2 * BINS;
const CONCEPTS_FROM = SENTENCE_FROM + SENTENCE_VECTOR_LENGTH;
const ALWAYS = CONCEPTS_FROM + CONCEPT_FEATURES;
export const CHAT_FEATURES = ALWAYS + 1;

/** What stands in every message of one kind and says nothing of what is wanted. */
const IDS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** The words as the encoder and the hashes read them: ids as one word. */
export const chatText = (message: string): string => message.replaceAll(IDS, ' proposalid ').slice(0, 400);

/** A message to the chat as one vector. @param sentence - the sentence encoder's vector of `chatText`. */
export function chatVector(message: string, sentence: Float32Array): SparseVector {
  const { words, letters } = hashedNgrams('', chatText(message));
  const entries = new Map<number, number>();
  put(entries, 0, SCALES.words, words);
  put(entries, LETTERS_FROM, SCALES.letters, letters);
  for (const [at, value] of sentence.entries()) entries.set(SENTENCE_FROM + at, value * SCALES.sentence);
  for (const [at, value] of chatConcepts(message).entries()) entries.set(CONCEPTS_FROM + at, value);
  entries.set(ALWAYS, 1);
  return sparseVector(entries);
}

/** Counts damped, bins folded together, to length `scale`. */
function put(
  entries: Map<number, number>,
  from: number,
  scale: number,
  counts: ReadonlyMap<number, number>,
): void {
  const folded = new Map<number, number>();
  for (const [bin, count] of counts) {
    const at = from + (bin & (BINS - 1));
    folded.set(at, (folded.get(at) ?? 0) + 1 + Math.log(count));
  }
  const length = Math.sqrt([...folded.values()].reduce((sum, value) => sum + value * value, 0)) || 1;
  for (const [at, value] of folded) entries.set(at, (value / length) * scale);
}

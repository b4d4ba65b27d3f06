import type { MailView } from '../../../domain/inbox/mail-view.ts';
import { sentenceRoles } from '../../../domain/inbox/sentence-role.ts';
import { SENTENCE_VECTOR_LENGTH, type SentenceEncoder } from '../sentence-encoder.ts';

const SENTENCE_CHARACTERS_MAX = 300;
/** What a mail wants stands at its start, and time grows with every sentence. */
const SENTENCES_MAX = 6;

/** What the sentence encoder says of one mail; each of length `SENTENCE_VECTOR_LENGTH`. */
export interface MailVectors {
  readonly subject: Float32Array;
  /** The mean over its first sentences, to length 1; zeros for an empty mail. */
  readonly body: Float32Array;
}

/** Encodes mails in one go, which is quicker than one by one. */
export async function encodeMails(
  views: readonly MailView[],
  encoder: SentenceEncoder,
): Promise<MailVectors[]> {
  const texts = views.map((view) => [view.subject, ...sentencesOf(view)]);
  const vectors = await encodeByLength(texts.flat(), encoder);
  let from = 0;
  return texts.map((list) => {
    const [subject, ...sentences] = vectors.slice(from, from + list.length);
    from += list.length;
    if (subject === undefined) throw new Error('The encoder gave too few vectors.');
    return { subject, body: meanOf(sentences) };
  });
}

/** Texts of like length go together, as a batch costs what its longest text does. */
async function encodeByLength(texts: readonly string[], encoder: SentenceEncoder): Promise<Float32Array[]> {
  const order = [...texts.keys()].sort((a, b) => (texts[a]?.length ?? 0) - (texts[b]?.length ?? 0));
  const encoded = await encoder.encode(order.map((at) => texts[at] ?? ''));
  const vectors = texts.map(() => new Float32Array(SENTENCE_VECTOR_LENGTH));
  order.forEach((at, place) => {
    const vector = encoded[place];
    if (vector !== undefined) vectors[at] = Float32Array.from(vector);
  });
  return vectors;
}

function sentencesOf({ body }: MailView): string[] {
  return sentenceRoles(body)
    .slice(0, SENTENCES_MAX)
    .map(({ sentence }) => sentence.slice(0, SENTENCE_CHARACTERS_MAX));
}

function meanOf(vectors: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(SENTENCE_VECTOR_LENGTH);
  for (const vector of vectors) {
    for (const [at, value] of vector.entries()) mean[at] = (mean[at] ?? 0) + value;
  }
  const length = Math.sqrt(mean.reduce((sum, value) => sum + value * value, 0)) || 1;
  return mean.map((value) => value / length);
}

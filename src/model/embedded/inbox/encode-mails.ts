import type { MailView } from '../../../domain/inbox/mail-view.ts';
import { type SentenceRole, sentenceRoles } from '../../../domain/inbox/sentence-role.ts';
import { SENTENCE_VECTOR_LENGTH, type SentenceEncoder } from '../sentence-encoder.ts';

const PART_CHARACTERS = 300;
const PARTS_MAX = 2;
const GREETING =
  /^\s*(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|hallo|guten tag|sehr geehrte\p{L}*|liebe\p{L}*|bonjour|salut|hola|buenos d[ií]as|buenas|estimad\p{L}*|ciao|buongiorno|salve|gentil\p{L}*|ol[áa]|bom dia|boa tarde|car[oa]s?|prezad\p{L}*|beste|geachte)\b[^\n.!?]{0,40}[\n,!.–-]+/iu;

/** What the sentence encoder says of one mail; each of length `SENTENCE_VECTOR_LENGTH`. */
export interface MailVectors {
  readonly subject: Float32Array;
  /** Of its requests first, then the rest, cut to what the encoder reads. */
  readonly wish: Float32Array;
  /** Of its words in their order, the mean over parts, to length 1. */
  readonly body: Float32Array;
}

/** Encodes mails in one go, which is quicker than one by one. */
export async function encodeMails(
  views: readonly MailView[],
  encoder: SentenceEncoder,
): Promise<MailVectors[]> {
  const texts = views.map((view) => [view.subject, wishOf(view), ...partsOf(view)]);
  const vectors = await encoder.encode(texts.flat());
  let from = 0;
  return texts.map((list) => {
    const [subject, wish, ...parts] = vectors.slice(from, from + list.length);
    from += list.length;
    if (subject === undefined || wish === undefined) throw new Error('The encoder gave too few vectors.');
    return { subject, wish, body: meanOf(parts) };
  });
}

/** The subject of a new thread, then requests, then the rest. */
function wishOf(view: MailView): string {
  const sentences = sentenceRoles(view.body.replace(GREETING, ''));
  const inRole = (wanted: SentenceRole): string[] =>
    sentences.flatMap(({ sentence, role }) => (role === wanted ? [sentence] : []));
  const subject = view.isReply ? [] : [`${view.subject}.`];
  return [...subject, ...inRole('ask'), ...inRole('other'), ...inRole('settled')]
    .join(' ')
    .slice(0, PART_CHARACTERS);
}

function partsOf({ body }: MailView): string[] {
  const flat = body.replace(/\s+/g, ' ').trim();
  return Array.from({ length: PARTS_MAX }, (_, at) =>
    flat.slice(at * PART_CHARACTERS, (at + 1) * PART_CHARACTERS),
  ).filter((part) => part !== '');
}

function meanOf(vectors: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(SENTENCE_VECTOR_LENGTH);
  for (const vector of vectors) {
    for (const [at, value] of vector.entries()) mean[at] = (mean[at] ?? 0) + value;
  }
  const length = Math.sqrt(mean.reduce((sum, value) => sum + value * value, 0)) || 1;
  return mean.map((value) => value / length);
}

import type { Queryable } from '../../../db/client.ts';
import { readPrecedents } from '../../../db/queries/precedents/read-precedents.ts';
import type { VectorStore } from '../../../db/vector/vector-store.ts';
import { caseText, vectorKindOf } from '../../domain/precedents/case-text.ts';
import type { Precedent } from '../../domain/precedents/precedent.ts';
import type { Evidence } from '../../domain/proposals/evidence.ts';

export interface PrecedentDeps {
  readonly app: Queryable;
  readonly store: VectorStore;
  /** Texts to vectors of 512 numbers. */
  embed(texts: readonly string[]): Promise<Float32Array[]>;
}

export interface CaseToCompare {
  /** Its own decision is no precedent for it; null for a card that is not there yet. */
  readonly proposalId: string | null;
  readonly kind: string;
  readonly title: string;
  readonly summary: string;
  readonly evidence: readonly Evidence[];
}

const PRECEDENTS_MAX = 3;

/** Below this two cases share no more than the words of their template. */
const SIMILARITY_MIN = 0.55;

/** The most similar cards of the same kind that people decided, most similar first. */
export async function findPrecedents(
  { app, store, embed }: PrecedentDeps,
  card: CaseToCompare,
): Promise<Precedent[]> {
  const [vector] = await embed([caseText(card)]);
  if (vector === undefined) return [];
  const near = await store.nearest(vector, vectorKindOf(card.kind), PRECEDENTS_MAX + 1);
  const others = near.filter(
    ({ refId, similarity }) => refId !== card.proposalId && similarity >= SIMILARITY_MIN,
  );
  return readPrecedents(app, others.slice(0, PRECEDENTS_MAX));
}

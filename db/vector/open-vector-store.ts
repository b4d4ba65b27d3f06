import type { Queryable } from '../client.ts';
import { createExactStore } from './exact-store.ts';
import { createPgvectorStore } from './pgvector-store.ts';
import type { VectorStore } from './vector-store.ts';

/**
 * The store that this database can carry: pgvector where `migrate` found the extension, else exact search.
 *
 * When a server gets the extension later, the other store starts empty: ask `contentHashes` before searching and
 * embed what is missing, as after any change of the texts.
 */
export async function openVectorStore(db: Queryable): Promise<VectorStore> {
  const { rows } = await db.query("select to_regclass('embedding_hnsw') is not null as there");
  return rows[0]?.there === true ? createPgvectorStore(db) : createExactStore(db);
}

import assert from 'node:assert';
import { toSql } from 'pgvector';
import { z } from 'zod';
import type { Queryable } from '../client.ts';
import { compareNeighbours } from './exact-index.ts';
import { unitVector } from './unit-vector.ts';
import {
  NEAREST_MAX,
  type Neighbour,
  UPSERT_ITEMS_MAX,
  type VectorItem,
  type VectorStore,
} from './vector-store.ts';

const NeighbourRow = z.object({ ref_id: z.string(), similarity: z.number() });
const HashRow = z.object({ ref_id: z.string(), content_hash: z.string() });

/**
 * Similarity by pgvector's HNSW index in `embedding_hnsw`.
 *
 * The index is approximate: among very many vectors a neighbour may be missed now and then.
 */
export function createPgvectorStore(db: Queryable): VectorStore {
  return {
    name: 'pgvector',
    upsert: (items) => upsert(db, items),
    nearest: (vector, kind, k) => nearest(db, vector, kind, k),
    contentHashes: (kind, refIds) => contentHashes(db, kind, refIds),
    delete: (kind, refIds) => remove(db, kind, refIds),
  };
}

async function upsert(db: Queryable, items: readonly VectorItem[]): Promise<void> {
  assert(items.length <= UPSERT_ITEMS_MAX, `at most ${UPSERT_ITEMS_MAX} items, not ${items.length}`);
  if (items.length === 0) return;
  await db.query(
    `
    insert into embedding_hnsw (kind, ref_id, content_hash, vector)
    select item.kind, item.ref_id, item.content_hash, item.vector::vector
      from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as item (kind, ref_id, content_hash, vector)
    on conflict (kind, ref_id) do update
      set content_hash = excluded.content_hash, vector = excluded.vector, created_at = now()
    `,
    [
      items.map((item) => item.kind),
      items.map((item) => item.refId),
      items.map((item) => item.contentHash),
      items.map((item) => encode(item.vector)),
    ],
  );
}

async function nearest(db: Queryable, vector: Float32Array, kind: string, k: number): Promise<Neighbour[]> {
  assert(Number.isInteger(k) && k >= 1 && k <= NEAREST_MAX, `k is 1 to ${NEAREST_MAX}, not ${k}`);
  const { rows } = await db.query('select ref_id, similarity from embedding_nearest($1::vector, $2, $3)', [
    encode(vector),
    kind,
    k,
  ]);
  return rows
    .map((row) => NeighbourRow.parse(row))
    .map((row) => ({ refId: row.ref_id, similarity: row.similarity }))
    .sort(compareNeighbours);
}

async function contentHashes(
  db: Queryable,
  kind: string,
  refIds: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await db.query(
    `
    select ref_id, content_hash
      from embedding_hnsw
     where kind = $1 and ref_id = any ($2::text[])
    `,
    [kind, [...refIds]],
  );
  return new Map(rows.map((row) => HashRow.parse(row)).map((row) => [row.ref_id, row.content_hash]));
}

async function remove(db: Queryable, kind: string, refIds: readonly string[]): Promise<void> {
  await db.query('delete from embedding_hnsw where kind = $1 and ref_id = any ($2::text[])', [
    kind,
    [...refIds],
  ]);
}

const encode = (vector: Float32Array) => toSql(Array.from(unitVector(vector)));

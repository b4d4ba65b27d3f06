import assert from 'node:assert';
import { z } from 'zod';
import type { Queryable } from '../client.ts';
import { ExactIndex } from './exact-index.ts';
import { unitVector } from './unit-vector.ts';
import {
  NEAREST_MAX,
  type Neighbour,
  UPSERT_ITEMS_MAX,
  type VectorItem,
  type VectorStore,
} from './vector-store.ts';

const ChangedRow = z.object({
  ref_id: z.string(),
  vector: z.instanceof(Uint8Array).nullable(),
  change_no: z.coerce.bigint(),
});
const HashRow = z.object({ ref_id: z.string(), content_hash: z.string() });

interface Cache {
  readonly index: ExactIndex;
  changeNo: bigint;
}

/**
 * Similarity on any PostgreSQL: vectors lie in `embedding`, and this process holds a copy and compares them all.
 *
 * Each search first fetches what changed since the last one, by whatever process, so it sees every upsert that
 * was committed before. Memory: 2 kB a vector.
 */
export function createExactStore(db: Queryable): VectorStore {
  const caches = new Map<string, Cache>();
  return {
    name: 'exact',
    upsert: (items) => upsert(db, items),
    delete: (kind, refIds) => remove(db, kind, refIds),
    contentHashes: (kind, refIds) => contentHashes(db, kind, refIds),
    nearest: async (vector, kind, k): Promise<Neighbour[]> => {
      assert(Number.isInteger(k) && k >= 1 && k <= NEAREST_MAX, `k is 1 to ${NEAREST_MAX}, not ${k}`);
      const query = unitVector(vector);
      let cache = caches.get(kind);
      if (cache === undefined) {
        cache = { index: new ExactIndex(), changeNo: 0n };
        caches.set(kind, cache);
      }
      await refresh(db, kind, cache);
      return cache.index.nearest(query, k);
    },
  };
}

async function refresh(db: Queryable, kind: string, cache: Cache): Promise<void> {
  const { rows } = await db.query(
    `
    select ref_id, vector, change_no
      from embedding
     where kind = $1 and change_no > $2
    `,
    [kind, cache.changeNo],
  );
  let newest = cache.changeNo;
  for (const { ref_id, vector, change_no } of rows.map((row) => ChangedRow.parse(row))) {
    // Another search fetched the same or more while we waited.
    if (change_no <= cache.changeNo) continue;
    if (vector === null) cache.index.delete(ref_id);
    else cache.index.set(ref_id, fromBytes(vector));
    if (change_no > newest) newest = change_no;
  }
  cache.changeNo = newest;
}

async function upsert(db: Queryable, items: readonly VectorItem[]): Promise<void> {
  assert(items.length <= UPSERT_ITEMS_MAX, `at most ${UPSERT_ITEMS_MAX} items, not ${items.length}`);
  for (const [kind, ofKind] of Map.groupBy(items, (item) => item.kind)) {
    await db.query(
      `
      with change as (
        insert into embedding_change (kind, change_no) values ($1, 1)
        on conflict (kind) do update set change_no = embedding_change.change_no + 1
        returning change_no
      )
      insert into embedding (kind, ref_id, content_hash, vector, change_no)
      select $1, item.ref_id, item.content_hash, item.vector, change.change_no
        from unnest($2::text[], $3::text[], $4::bytea[]) as item (ref_id, content_hash, vector), change
      on conflict (kind, ref_id) do update
        set content_hash = excluded.content_hash,
            vector = excluded.vector,
            change_no = excluded.change_no,
            created_at = now()
      `,
      [
        kind,
        ofKind.map((item) => item.refId),
        ofKind.map((item) => item.contentHash),
        ofKind.map((item) => toBytes(unitVector(item.vector))),
      ],
    );
  }
}

async function remove(db: Queryable, kind: string, refIds: readonly string[]): Promise<void> {
  await db.query(
    `
    with change as (
      insert into embedding_change (kind, change_no) values ($1, 1)
      on conflict (kind) do update set change_no = embedding_change.change_no + 1
      returning change_no
    )
    update embedding
       set vector = null, content_hash = null, change_no = change.change_no
      from change
     where kind = $1 and ref_id = any ($2::text[]) and vector is not null
    `,
    [kind, [...refIds]],
  );
}

async function contentHashes(
  db: Queryable,
  kind: string,
  refIds: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await db.query(
    `
    select ref_id, content_hash
      from embedding
     where kind = $1 and ref_id = any ($2::text[]) and vector is not null
    `,
    [kind, [...refIds]],
  );
  return new Map(rows.map((row) => HashRow.parse(row)).map((row) => [row.ref_id, row.content_hash]));
}

/** All machines that Node runs on keep the low byte first, as the column says. */
const toBytes = (vector: Float32Array): Buffer =>
  Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);

function fromBytes(bytes: Uint8Array): Float32Array {
  // A buffer of pg may start anywhere; floats must start at a multiple of four, so copy.
  return new Float32Array(new Uint8Array(bytes).buffer);
}

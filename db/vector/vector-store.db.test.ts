import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Queryable } from '../client.ts';
import { cloneDatabase } from '../testing/clone-database.ts';
import { openPglite } from '../testing/pglite.ts';
import { createExactStore } from './exact-store.ts';
import { openVectorStore } from './open-vector-store.ts';
import { createPgvectorStore } from './pgvector-store.ts';
import { DIMENSIONS, type VectorItem } from './vector-store.ts';

/** Leans from the first axis towards another one by `degrees`; the length does not matter. */
function lean(degrees: number, axis = 1, length = 1): Float32Array {
  const vector = new Float32Array(DIMENSIONS);
  const angle = (degrees * Math.PI) / 180;
  vector[0] = Math.cos(angle) * length;
  vector[axis] = Math.sin(angle) * length;
  return vector;
}

const item = (refId: string, vector: Float32Array, kind = 'mail'): VectorItem => ({
  kind,
  refId,
  contentHash: `hash of ${refId}`,
  vector,
});

const database = await cloneDatabase();
const lite = await openPglite(['0002_embedding.sql']);
afterAll(async () => {
  await lite.close();
  await database.drop();
});

const STORES: readonly { name: string; db: Queryable; open: typeof createExactStore; tables: string }[] = [
  { name: 'exact', db: database.pools.app, open: createExactStore, tables: 'embedding, embedding_change' },
  { name: 'exact on PGlite', db: lite, open: createExactStore, tables: 'embedding, embedding_change' },
  { name: 'pgvector', db: lite, open: createPgvectorStore, tables: 'embedding_hnsw' },
];

describe.each(STORES)('a vector store ($name)', ({ db, open, tables }) => {
  let store = open(db);
  beforeEach(async () => {
    await db.query(`truncate ${tables}`);
    store = open(db);
  });
  const ids = async (vector: Float32Array, k: number, kind = 'mail') =>
    (await store.nearest(vector, kind, k)).map(({ refId }) => refId);

  it('gives the most similar first, with the cosine, whatever the lengths', async () => {
    await store.upsert([
      item('far', lean(80)),
      item('near', lean(10, 2, 40)),
      item('middle', lean(-60, 1, 0.01)),
    ]);
    const found = await store.nearest(lean(0, 1, 7), 'mail', 2);
    expect(found.map(({ refId }) => refId)).toEqual(['near', 'middle']);
    expect(found[0]?.similarity).toBeCloseTo(Math.cos(Math.PI / 18), 5);
    expect(found[1]?.similarity).toBeCloseTo(0.5, 5);
  });

  it('tells opposite from orthogonal', async () => {
    await store.upsert([item('same', lean(0)), item('right', lean(90)), item('back', lean(180))]);
    const found = await store.nearest(lean(0), 'mail', 9);
    expect(found.map(({ refId }) => refId)).toEqual(['same', 'right', 'back']);
    for (const [index, cosine] of [1, 0, -1].entries())
      expect(found[index]?.similarity).toBeCloseTo(cosine, 5);
  });

  it('orders equally similar ones by id', async () => {
    await store.upsert([item('b', lean(30, 3)), item('c', lean(30, 3)), item('a', lean(30, 3))]);
    expect(await ids(lean(0), 3)).toEqual(['a', 'b', 'c']);
  });

  it('keeps kinds apart', async () => {
    await store.upsert([item('x', lean(5)), item('x', lean(50), 'decision')]);
    expect(await store.nearest(lean(0), 'mail', 5)).toHaveLength(1);
    expect((await store.nearest(lean(0), 'decision', 5))[0]?.similarity).toBeCloseTo(
      Math.cos((50 * Math.PI) / 180),
      5,
    );
    expect(await ids(lean(0), 5, 'partner')).toEqual([]);
  });

  it('finds enough of a rare kind among many of another', async () => {
    const crowd = Array.from({ length: 600 }, (_, index) =>
      item(`c${index}`, lean(0.01 * index, 7), 'crowd'),
    );
    await store.upsert([...crowd, item('rare-1', lean(70)), item('rare-2', lean(75))]);
    expect(await ids(lean(0, 7), 2)).toEqual(['rare-1', 'rare-2']);
  });

  it('replaces what has the same kind and id', async () => {
    await store.upsert([item('a', lean(5)), item('b', lean(20))]);
    expect(await ids(lean(0), 2)).toEqual(['a', 'b']);
    await store.upsert([{ ...item('a', lean(60)), contentHash: 'new' }]);
    expect(await ids(lean(0), 2)).toEqual(['b', 'a']);
    expect(await store.contentHashes('mail', ['a'])).toEqual(new Map([['a', 'new']]));
  });

  it('forgets what was deleted, and takes it again', async () => {
    await store.upsert([item('a', lean(5)), item('b', lean(20)), item('c', lean(40))]);
    expect(await ids(lean(0), 1)).toEqual(['a']);
    await store.delete('mail', ['a', 'unknown']);
    expect(await ids(lean(0), 3)).toEqual(['b', 'c']);
    expect(await store.contentHashes('mail', ['a', 'b'])).toEqual(new Map([['b', 'hash of b']]));
    await store.upsert([item('a', lean(30))]);
    expect(await ids(lean(0), 3)).toEqual(['b', 'a', 'c']);
  });

  it('sees what another process wrote, changed and deleted', async () => {
    const other = open(db);
    await store.upsert([item('a', lean(5))]);
    expect(await ids(lean(0), 3)).toEqual(['a']);
    await other.upsert([item('b', lean(2)), item('a', lean(9))]);
    expect(await ids(lean(0), 3)).toEqual(['b', 'a']);
    await other.delete('mail', ['b']);
    expect(await ids(lean(0), 3)).toEqual(['a']);
  });

  it('takes nothing for nothing', async () => {
    await store.upsert([]);
    await store.delete('mail', []);
    expect(await ids(lean(0), 1)).toEqual([]);
    expect(await store.contentHashes('mail', [])).toEqual(new Map());
  });

  it('stops at vectors and counts that cannot be right', async () => {
    const endless = lean(3);
    endless[4] = Number.NaN;
    for (const wrong of [new Float32Array(DIMENSIONS), new Float32Array(3), endless]) {
      await expect(store.upsert([item('a', wrong)])).rejects.toThrow('a vector has');
      await expect(store.nearest(wrong, 'mail', 1)).rejects.toThrow('a vector has');
    }
    for (const k of [0, 1.5, 1_001])
      await expect(store.nearest(lean(0), 'mail', k)).rejects.toThrow('k is 1 to 1000');
  });
});

describe('openVectorStore', () => {
  it('takes pgvector where the extension is, and exact search elsewhere', async () => {
    expect((await openVectorStore(lite)).name).toBe('pgvector');
    const { rows } = await database.pools.app.query("select 1 from pg_extension where extname = 'vector'");
    expect((await openVectorStore(database.pools.app)).name).toBe(rows.length === 1 ? 'pgvector' : 'exact');
  });

  it('lets the agents search and not write', async () => {
    const store = await openVectorStore(database.pools.agent);
    await expect(store.nearest(lean(0), 'agents', 1)).resolves.toEqual([]);
    await expect(store.upsert([item('a', lean(0))])).rejects.toThrow('permission denied');
  });
});

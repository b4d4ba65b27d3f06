import pg from 'pg';
import { copyRows } from './copy-rows.ts';
import { createStage } from './create-stage.ts';
import type { FeedBatch } from './feed-batch.ts';
import type { FeedShape } from './feed-shape.ts';
import { insertNewRows } from './insert-new-rows.ts';
import { moveConversions } from './move-conversions.ts';
import { transact, UNIQUE_VIOLATION } from './transact.ts';
import { updateChangedRows } from './update-changed-rows.ts';

export interface BatchOutcome {
  readonly inserted: number;
  readonly updated: number;
}

/**
 * Writes the rows of one batch, repeats aside, in one transaction.
 *
 * New rows go straight into their table, which is much quicker than a merge; as soon as one of them is
 * known already, the whole batch goes through a table of its own and is merged.
 *
 * @param direct - whether to try the straight way: not when the batch before was found to be known.
 */
export async function writeBatch(
  pool: pg.Pool,
  shape: FeedShape,
  batch: FeedBatch,
  direct: boolean,
): Promise<BatchOutcome> {
  if (batch.rows === 0) return { inserted: 0, updated: 0 };
  if (direct && (await wroteDirectly(pool, shape, batch))) return { inserted: batch.rows, updated: 0 };
  const merge = async (client: pg.PoolClient): Promise<BatchOutcome> => {
    await createStage(client, shape);
    await copyRows(client, shape.stage, shape.columns, batch.text);
    return mergeStage(client, shape);
  };
  // Another import may have inserted one of them under another time; seen again, it is a known row.
  return transact(pool, merge, [UNIQUE_VIOLATION]);
}

/** Makes the staged rows part of their table, in the caller's transaction. */
export async function mergeStage(client: pg.PoolClient, shape: FeedShape): Promise<BatchOutcome> {
  // Every join here looks a few thousand rows up by a key; the planner would rather read years of clicks.
  await client.query('set local enable_hashjoin = off');
  await client.query('set local enable_mergejoin = off');
  const moved = shape.table === 'conversion' ? await moveConversions(client, shape) : 0;
  const inserted = await insertNewRows(client, shape);
  return { inserted, updated: moved + (await updateChangedRows(client, shape)) };
}

async function wroteDirectly(pool: pg.Pool, shape: FeedShape, batch: FeedBatch): Promise<boolean> {
  try {
    await transact(pool, (client) => copyRows(client, shape.table, shape.columns, batch.text));
    return true;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === UNIQUE_VIOLATION) return false;
    throw error;
  }
}

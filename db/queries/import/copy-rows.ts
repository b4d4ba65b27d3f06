import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** Sends rows in COPY's text format to a table. Table and columns are our own names, never a stranger's. */
export async function copyRows(
  client: pg.PoolClient,
  table: string,
  columns: readonly string[],
  text: readonly Uint8Array[],
): Promise<void> {
  const target = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`));
  await pipeline(Readable.from(text), target);
}

import type { Queryable } from '../../client.ts';
import type { FeedShape } from './feed-shape.ts';

/** Inserts the staged rows whose key is not there yet; gives how many. */
export async function insertNewRows(db: Queryable, { table, stage, columns }: FeedShape): Promise<number> {
  const { rowCount } = await db.query(
    `
    insert into ${table} (${columns.join(', ')})
    select ${columns.join(', ')}
      from ${stage}
    on conflict do nothing
    `,
  );
  return rowCount ?? 0;
}

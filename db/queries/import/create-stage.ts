import type { Queryable } from '../../client.ts';
import type { FeedShape } from './feed-shape.ts';

/** Makes the connection's own table in which a batch waits; it is empty at each transaction's start. */
export async function createStage(db: Queryable, { table, stage }: FeedShape): Promise<void> {
  await db.query(
    `
    create temporary table if not exists ${stage} (like ${table} including defaults, line bigint, first_line bigint)
      on commit delete rows
    `,
  );
}

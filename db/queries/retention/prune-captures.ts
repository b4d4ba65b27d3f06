import type { Queryable } from '../../client.ts';
import { KEPT_CAPTURES } from './kept-captures-sql.ts';

/** Removes captures of before a moment that nothing shows or rests on, at most `limit`; gives how many. */
export async function pruneCaptures(db: Queryable, before: Date, limit: number): Promise<number> {
  const { rowCount } = await db.query(
    `
    with kept as materialized (${KEPT_CAPTURES})
    delete from web_capture
     where capture_id in (
       select c.capture_id
         from web_capture c
        where c.fetched_at < $1
          and not exists (select from kept where kept.ref = c.sha256)
          and not exists (select from kept where kept.ref = c.capture_id::text)
        limit $2
     )
    `,
    [before, limit],
  );
  return rowCount ?? 0;
}

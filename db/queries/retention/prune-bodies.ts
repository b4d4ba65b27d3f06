import type { Queryable } from '../../client.ts';
import { KEPT_CAPTURES } from './kept-captures-sql.ts';

/** Removes stored bodies of before a moment that no capture has and nothing shows, at most `limit`; gives how many. */
export async function pruneBodies(db: Queryable, before: Date, limit: number): Promise<number> {
  const { rowCount } = await db.query(
    `
    with kept as materialized (${KEPT_CAPTURES})
    delete from web_body
     where sha256 in (
       select b.sha256
         from web_body b
        where b.created_at < $1
          and not exists (select from web_capture c where c.sha256 = b.sha256)
          and not exists (select from kept where kept.ref = b.sha256)
        limit $2
     )
    `,
    [before, limit],
  );
  return rowCount ?? 0;
}

import type { KnownRobots } from '../../../src/domain/web/known-robots.ts';
import type { Queryable } from '../../client.ts';

/** Keeps a site's robots.txt, unless a later reading is there already. */
export async function keepRobots(
  db: Queryable,
  origin: string,
  { rule, text, reason, readAt }: KnownRobots,
): Promise<void> {
  await db.query(
    `
    insert into web_robots as known (origin, rule, body, reason, read_at)
    values ($1, $2, $3, $4, $5)
        on conflict (origin) do update
       set rule = excluded.rule, body = excluded.body, reason = excluded.reason, read_at = excluded.read_at
     where known.read_at <= excluded.read_at
    `,
    [origin, rule, text, reason, readAt],
  );
}

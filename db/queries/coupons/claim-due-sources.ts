import type { Queryable } from '../../client.ts';
import { DueSource } from './source-row.ts';

/**
 * Takes the sources that are due, the longest overdue first, and books each one's next check: no other process takes it
 * meanwhile, and a check that dies is made again then. The interval is stretched or shortened by chance, so that no site
 * sees us by the clock.
 *
 * @param jitterShare - of the interval, in [0, 1].
 */
export async function claimDueSources(
  db: Queryable,
  { now, limit, jitterShare }: { readonly now: Date; readonly limit: number; readonly jitterShare: number },
): Promise<DueSource[]> {
  const { rows } = await db.query(
    `
    with due as (
      select source_id
        from coupon_source
       where removed_at is null and next_check_at <= $1
       order by next_check_at, source_id
       limit $2
         for update skip locked
    )
    update coupon_source s
       set next_check_at = $1 + s.every_minutes * (1 + $3::float8 * (2 * random() - 1)) * interval '1 minute'
      from due
     where s.source_id = due.source_id
    returning s.source_id, s.url, s.kind, s.publisher, s.is_simulated, s.checks
    `,
    [now, limit, jitterShare],
  );
  return rows.map((row) => DueSource.parse(row)).sort((one, other) => one.url.localeCompare(other.url));
}

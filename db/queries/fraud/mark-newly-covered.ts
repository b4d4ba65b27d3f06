import type { Queryable } from '../../client.ts';
import type { Coverage } from './coverage.ts';

/**
 * Marks the partner-days that site events now cover and did not before: whether a basket was waiting, or a page
 * was looked at, can be said there from now on.
 *
 * Both spans have a start and an end, and the new one holds the old one.
 */
export async function markNewlyCovered(
  transaction: Queryable,
  before: Coverage,
  after: Coverage,
): Promise<void> {
  await transaction.query(
    `
    with edge (since, until, has_moved) as (
      values ($1::timestamptz, $2::timestamptz, $1 < $2),
             -- A click is judged by the half hour after it, so the last half hour could not be judged before.
             ($3::timestamptz - interval '30 minutes', $4::timestamptz, $3 < $4)
    )
    insert into fraud_dirty (partner_id, day, clicks, conversions, named_by)
    select distinct partner_id, day, true, false, false
      from fraud_click_sketch
      join edge on day between (since at time zone 'UTC')::date and (until at time zone 'UTC')::date
     where has_moved
    union all
    select distinct partner_id, day, false, true, false
      from fraud_conversion_sketch
      join edge on first_clicked_at <= until and last_clicked_at >= since
     where has_moved
    `,
    [after.since, before.since, before.until, after.until],
  );
}

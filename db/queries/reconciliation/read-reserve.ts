import { z } from 'zod';
import type { ReconciliationPolicy } from '../../../src/domain/reconciliation/reconciliation-policy.ts';
import { AGES_FROM_DAYS, type ReserveRow, reserveRate } from '../../../src/domain/reconciliation/reserve.ts';
import type { Queryable } from '../../client.ts';

const Row = z.object({
  currency: z.string(),
  from_days: z.int(),
  pending_lines: z.bigint().transform(Number),
  pending: z.bigint(),
  complete_lines: z.bigint().transform(Number),
  left_then: z.bigint(),
  reversed_later: z.bigint(),
});

/**
 * Pending commission by age since the order, and the reserve for what of it will come back: by the programme's own
 * returns of complete windows, by the policy's rate until there are enough.
 */
export async function readReserve(
  db: Queryable,
  { asOf, policy }: { readonly asOf: Date; readonly policy: ReconciliationPolicy },
): Promise<ReserveRow[]> {
  const { rows } = await db.query(
    `
    with ages as (
      select from_days, make_interval(hours => 24 * from_days) as since,
             make_interval(hours => 24 * lead(from_days, 1, 36500) over (order by from_days)) as before
        from unnest($2::int[]) as from_days
    ),
    pending as (
      select l.currency, a.from_days, count(*) as lines, sum(l.earned_micros - l.reversed_micros) as micros
        from reconciliation_line l
        join ages a on $1::timestamptz - l.ordered_at >= a.since and $1::timestamptz - l.ordered_at < a.before
       where l.stands = 'reserved'
       group by l.currency, a.from_days
    ),
    complete as (
      select currency, count(*) as lines, sum(earned_micros) as earned
        from reconciliation_line
       where lock_at <= $1 and stands <> 'declined'
       group by currency
    ),
    taken as (
      select l.currency, n.refunded_at - l.ordered_at as age, n.amount_micros, n.matching = 'decision' as is_denied
        from reconciliation_note n
        join reconciliation_line l using (order_id, line_id)
       where n.kind = 'reversed' and n.amount_micros > 0 and l.lock_at <= $1 and l.stands <> 'declined'
    )
    select p.currency, p.from_days, p.lines as pending_lines, p.micros::bigint as pending,
           coalesce(c.lines, 0) as complete_lines,
           (coalesce(c.earned, 0) - coalesce(sum(t.amount_micros) filter (where t.age < a.since or t.is_denied), 0))::bigint as left_then,
           coalesce(sum(t.amount_micros) filter (where t.age >= a.since and not t.is_denied), 0)::bigint as reversed_later
      from pending p
      join ages a using (from_days)
      left join complete c using (currency)
      left join taken t using (currency)
     group by p.currency, p.from_days, p.lines, p.micros, c.lines, c.earned
     order by p.currency, p.from_days
    `,
    [asOf, AGES_FROM_DAYS],
  );
  return rows.map((row) => {
    const { currency, from_days, pending_lines, pending, complete_lines, left_then, reversed_later } =
      Row.parse(row);
    const { rateBps, isOwnRate } = reserveRate(
      { lines: complete_lines, leftMicros: left_then, reversedLaterMicros: reversed_later },
      policy,
    );
    return {
      currency,
      fromDays: from_days,
      lines: pending_lines,
      pendingMicros: pending,
      rateBps,
      isOwnRate,
      reserveMicros: (pending * BigInt(rateBps)) / 10_000n,
    };
  });
}

import { z } from 'zod';
import type { ReconciliationPolicy } from '../../../src/domain/reconciliation/reconciliation-policy.ts';
import type { Queryable } from '../../client.ts';

const EarlyLockRow = z
  .object({
    network: z.string(),
    partner_id: z.string(),
    currency: z.string(),
    days_before: z.int(),
    first_locks_at: z.date(),
    lines: z.bigint().transform(Number),
    micros: z.bigint(),
  })
  .transform(({ partner_id, days_before, first_locks_at, ...row }) => ({
    ...row,
    partnerId: partner_id,
    daysBefore: days_before,
    firstLocksAt: first_locks_at,
  }));
/** Pending commission that a network locks before the shop's window ends, within `daysBefore` days. */
export type EarlyLock = z.infer<typeof EarlyLockRow>;

/**
 * What networks are about to lock although it may still come back, by network, partner and the policy's days of
 * warning; the most urgent first. Empty for networks whose days the policy does not know.
 */
export async function readEarlyLocks(
  db: Queryable,
  { asOf, policy }: { readonly asOf: Date; readonly policy: ReconciliationPolicy },
): Promise<EarlyLock[]> {
  const { rows } = await db.query(
    `
    with contract as (
      select key as network, value::int as days from jsonb_each_text($2::jsonb)
    ),
    waiting as (
      select l.network, l.partner_id, l.currency, l.earned_micros - l.reversed_micros as micros,
             k.converted_at + make_interval(hours => 24 * c.days) as locks_at
        from reconciliation_line l
        join contract c using (network)
        join conversion_key k using (network, conversion_id)
       where l.stands = 'reserved' and l.lock_at > k.converted_at + make_interval(hours => 24 * c.days)
    )
    select network, partner_id, currency, warning.days as days_before, min(locks_at) as first_locks_at, count(*) as lines,
           sum(micros)::bigint as micros
      from waiting
      cross join lateral (
        select min(days) as days from unnest($3::int[]) as days where locks_at <= $1::timestamptz + make_interval(hours => 24 * days)
      ) warning
     where locks_at > $1 and warning.days is not null
     group by network, partner_id, currency, warning.days
     order by warning.days, sum(micros) desc, network, partner_id
    `,
    [asOf, JSON.stringify(policy.networkLockDays), policy.alertDaysBefore],
  );
  return rows.map((row) => EarlyLockRow.parse(row));
}

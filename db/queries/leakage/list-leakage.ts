import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Count = z.bigint().transform(Number);
const LeakageRow = z
  .object({
    partner_id: z.string(),
    partner_name: z.string(),
    currency: z.string(),
    late_lines: Count,
    leaked_lines: Count,
    leaked_micros: z.bigint(),
    late_micros: z.bigint(),
    waiting_micros: z.bigint(),
    recovered_micros: z.bigint(),
    refused_micros: z.bigint(),
    settled_micros: z.bigint(),
  })
  .transform((row) => ({
    partnerId: row.partner_id,
    partnerName: row.partner_name,
    currency: row.currency,
    /** Lines of which something came back, or was denied, after the lock. */
    lateLines: row.late_lines,
    leakedLines: row.leaked_lines,
    /** The contract forbids to claw it back. */
    leakedMicros: row.leaked_micros,
    /** May be clawed back; the next three are what became of it. */
    lateMicros: row.late_micros,
    /** A clawback of it waits for a decision, or is on its way. */
    waitingMicros: row.waiting_micros,
    recoveredMicros: row.recovered_micros,
    /** A person decided against the newest clawback of it. */
    refusedMicros: row.refused_micros,
    /** Commission that was locked or paid, after what came back in time. */
    settledMicros: row.settled_micros,
  }));
export type PartnerLeakage = z.infer<typeof LeakageRow>;

/**
 * What came back after the lock, by partner and currency: what could not be clawed back, and what was proposed of the rest.
 * Most leaked first, then most that may still be clawed back.
 */
export async function listLeakage(
  db: Queryable,
  { limit }: { readonly limit: number },
): Promise<PartnerLeakage[]> {
  const { rows } = await db.query(
    `
    with late as (
      select partner_id, currency, count(*) filter (where clawback_micros > 0 or leaked_micros > 0) as late_lines,
             count(*) filter (where leaked_micros > 0) as leaked_lines, sum(leaked_micros)::bigint as leaked_micros,
             sum(clawback_micros)::bigint as late_micros,
             coalesce(sum(earned_micros - reversed_micros) filter (where stands in ('locked', 'paid')), 0)::bigint as settled_micros
        from reconciliation_line
       group by partner_id, currency
      having sum(leaked_micros) + sum(clawback_micros) > 0
    ),
    -- The newest word on each conversion, and all that was clawed back of it: each asks for what none before it took.
    asked as (
      select * from (
        select p.partner_id, l.currency, l.commission_micros, p.status,
               row_number() over (partition by l.network, l.conversion_id order by p.created_at desc) as place
          from proposal p
          join proposal_line l using (proposal_id)
         where p.kind = 'commission.clawback' and p.effect ->> 'basis' = 'returns'
           and p.status not in ('superseded', 'expired')
      ) words
       where place = 1 or status = 'delivered'
    ),
    became as (
      select partner_id, currency,
             sum(commission_micros) filter (where status not in ('delivered', 'rejected')) as waiting,
             sum(commission_micros) filter (where status = 'delivered') as recovered,
             sum(commission_micros) filter (where status = 'rejected') as refused
        from asked
       group by partner_id, currency
    )
    select late.partner_id, p.name as partner_name, late.currency, late_lines, leaked_lines, leaked_micros, late_micros,
           coalesce(became.waiting, 0)::bigint as waiting_micros, coalesce(became.recovered, 0)::bigint as recovered_micros,
           coalesce(became.refused, 0)::bigint as refused_micros, settled_micros
      from late
      join partner p using (partner_id)
      left join became using (partner_id, currency)
     order by leaked_micros desc, late_micros desc, late.partner_id, late.currency
     limit $1
    `,
    [limit],
  );
  return rows.map((row) => LeakageRow.parse(row));
}

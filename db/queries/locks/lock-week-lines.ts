import { z } from 'zod';
import type { LockKey } from '../../../src/domain/networks/locks/lock-key.ts';
import type { LockRules } from '../../../src/domain/networks/locks/lock-rule.ts';
import type { Queryable } from '../../client.ts';
import { EARLY_SQL } from './early-sql.ts';

const LineRow = z
  .object({
    partner_id: z.string(),
    partner_name: z.string(),
    conversion_id: z.string(),
    order_id: z.string(),
    converted_at: z.date(),
    locks_at: z.date(),
    window_ends_at: z.date(),
    lines: z.bigint().transform(Number),
    micros: z.bigint(),
  })
  .transform((row) => ({
    partnerId: row.partner_id,
    partnerName: row.partner_name,
    conversionId: row.conversion_id,
    orderId: row.order_id,
    convertedAt: row.converted_at,
    locksAt: row.locks_at,
    windowEndsAt: row.window_ends_at,
    lines: row.lines,
    micros: row.micros,
  }));
/** A sale that its network locks too early. */
export type LockingSale = z.infer<typeof LineRow>;

/** The sales of one week, most commission first. */
export async function lockWeekLines(
  db: Queryable,
  { network, currency, week }: LockKey,
  { asOf, rules, limit }: { readonly asOf: Date; readonly rules: LockRules; readonly limit: number },
): Promise<LockingSale[]> {
  const { rows } = await db.query(
    `
    with ${EARLY_SQL}
    select e.partner_id, p.name as partner_name, e.conversion_id, e.order_id, e.converted_at, e.locks_at,
           max(e.lock_at) as window_ends_at, count(*) as lines, sum(e.micros)::bigint as micros
      from early e
      join partner p using (partner_id)
     where e.network = $3 and e.currency = $4 and e.week = $5
     group by e.partner_id, p.name, e.conversion_id, e.order_id, e.converted_at, e.locks_at
     order by sum(e.micros) desc, e.conversion_id
     limit $6
    `,
    [asOf, JSON.stringify(rules), network, currency, week, limit],
  );
  return rows.map((row) => LineRow.parse(row));
}

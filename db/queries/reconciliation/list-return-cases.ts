import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z.object({ network: z.string(), partner_id: z.string() });
export type ReturnCase = z.infer<typeof Row>;

/**
 * Partners and networks with commission that came back and that nobody has taken back yet, most money first. What
 * executed proposals held or took is over; what came back since is not.
 *
 * @param minMicros - together, whatever the currency; the case itself looks closer.
 */
export async function listReturnCases(
  db: Queryable,
  { minMicros, limit }: { readonly minMicros: bigint; readonly limit: number },
): Promise<ReturnCase[]> {
  const { rows } = await db.query(
    `
    select network, partner_id
      from (
        select network, partner_id, conversion_id, bool_and(stands = 'paid') as is_paid,
               sum(reversed_micros)::bigint as reversed, sum(clawback_micros)::bigint as clawback
          from reconciliation_line
         where stands <> 'declined' and reversed_micros + clawback_micros > 0
         group by network, partner_id, conversion_id
      ) found
      cross join lateral taken_of_conversion(network, conversion_id, null) taken
      cross join lateral (
        select left_to_take(clawback, clawed_back, reversed, corrected)
                 + case when is_paid or is_waiting then 0 else left_to_take(reversed, corrected, clawback, clawed_back) end as micros
      ) asked
     where not is_whole and micros > 0
     group by network, partner_id
    having sum(micros) >= $2
     order by sum(micros) desc, network, partner_id
     limit $1
    `,
    [limit, minMicros.toString()],
  );
  return rows.map((row) => Row.parse(row));
}

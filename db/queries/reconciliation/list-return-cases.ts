import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z.object({ network: z.string(), partner_id: z.string() });
export type ReturnCase = z.infer<typeof Row>;

/**
 * Partners and networks with commission that came back and that nobody has taken back yet, most money first. What an
 * executed proposal holds, claws back or corrects is over.
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
      from reconciliation_line l
     where stands <> 'declined' and reversed_micros + clawback_micros > 0
       and not exists (
         select from commission_hold h
          where h.network = l.network and h.conversion_id = l.conversion_id
            and (h.kind in ('hold', 'clawback') or (h.kind = 'correct' and l.clawback_micros = 0))
       )
       and not (stands = 'paid' and clawback_micros = 0)
     group by network, partner_id
    having sum(reversed_micros + clawback_micros) >= $2
     order by sum(reversed_micros + clawback_micros) desc, network, partner_id
     limit $1
    `,
    [limit, minMicros.toString()],
  );
  return rows.map((row) => Row.parse(row));
}

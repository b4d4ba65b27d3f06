import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z.object({ network: z.string(), lines: z.bigint().transform(Number) });

/** The networks with commission that waits for its lock, and on how many lines; our own links have none. */
export async function pendingNetworks(db: Queryable): Promise<z.infer<typeof Row>[]> {
  const { rows } = await db.query(`
    select network, count(*) as lines
      from reconciliation_line
     where stands = 'reserved' and network <> 'direct'
     group by network
     order by network
  `);
  return rows.map((row) => Row.parse(row));
}

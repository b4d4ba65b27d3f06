import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z
  .object({
    network: z.string(),
    currency: z.string(),
    week: z.string(),
    proposal_id: z.uuid(),
    status: z.string(),
  })
  .transform(({ proposal_id, ...row }) => ({ ...row, proposalId: proposal_id }));

/** The newest warning about each network, currency and week. */
export async function openWarnings(db: Queryable): Promise<z.infer<typeof Row>[]> {
  const { rows } = await db.query(`
    select distinct on (1, 2, 3) effect ->> 'network' as network, effect ->> 'currency' as currency, effect ->> 'week' as week,
           proposal_id, status
      from proposal
     where kind = 'network.extend-lock' and created_at > now() - interval '60 days'
     order by 1, 2, 3, created_at desc
  `);
  return rows.map((row) => Row.parse(row));
}

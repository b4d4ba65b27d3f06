import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z
  .object({
    network: z.string(),
    is_simulated: z.boolean(),
    delivered: z.bigint().transform(Number),
    done: z.bigint().transform(Number),
    differs: z.bigint().transform(Number),
    open: z.bigint().transform(Number),
  })
  .transform(({ is_simulated, ...row }) => ({ ...row, isSimulated: is_simulated }));
export type CorrectionStates = z.infer<typeof Row>;

/** Rows of corrections that networks took, and what a second look showed: done, something else, or nothing to see yet. */
export async function correctionStates(db: Queryable): Promise<CorrectionStates[]> {
  const { rows } = await db.query(`
    select l.network, o.target = 'sandbox' as is_simulated, count(*) as delivered,
           count(*) filter (where c.state = 'done') as done,
           count(*) filter (where c.state in ('differs', 'missing')) as differs,
           count(*) filter (where c.state is null or c.state in ('not_yet', 'unseen')) as open
      from correction_line l
      join outbox o using (proposal_id)
      left join correction_check c on c.action_id = o.action_id and c.correction_key = l.correction_key
     where o.status = 'delivered'
     group by l.network, o.target = 'sandbox'
     order by l.network
  `);
  return rows.map((row) => Row.parse(row));
}

import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Count = z.bigint().transform(Number);
const Row = z
  .object({
    network: z.string(),
    is_simulated: z.boolean(),
    delivered: Count,
    done: Count,
    working: Count,
    refused: Count,
    differs: Count,
    open: Count,
  })
  .transform(({ is_simulated, ...row }) => ({ ...row, isSimulated: is_simulated }));
/** `working`: the network’s job has not ended. `open`: nothing was seen yet. */
export type CorrectionStates = z.infer<typeof Row>;

/** Rows of corrections that networks took, and what a second look showed: done, refused, something else, or nothing to see yet. */
export async function correctionStates(db: Queryable): Promise<CorrectionStates[]> {
  const { rows } = await db.query(`
    select l.network, o.target = 'sandbox' as is_simulated, count(*) as delivered,
           count(*) filter (where c.state = 'done') as done,
           count(*) filter (where coalesce(c.state, 'not_yet') = 'not_yet' and j.state = 'running') as working,
           count(*) filter (where c.state = 'refused') as refused,
           count(*) filter (where c.state in ('differs', 'missing')) as differs,
           count(*) filter (
             where coalesce(c.state, 'not_yet') in ('not_yet', 'unseen') and j.state is distinct from 'running'
           ) as open
      from correction_line l
      join outbox o using (proposal_id)
      left join correction_check c on c.action_id = o.action_id and c.correction_key = l.correction_key
      left join correction_journal e on e.action_id = o.action_id and e.correction_key = l.correction_key
      left join correction_job j on j.action_id = o.action_id and j.job = e.entry ->> 'job'
     where o.status = 'delivered'
     group by l.network, o.target = 'sandbox'
     order by l.network
  `);
  return rows.map((row) => Row.parse(row));
}

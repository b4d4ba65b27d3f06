import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const RefusalRow = z.object({
  correction_key: z.string(),
  job: z.string().nullable(),
  reason: z.string().nullable(),
  unnamed: z.bigint().transform(Number),
});

/** What a network said of one row when it took it, or when its job ended. */
export interface RowRefusal {
  readonly job: string | null;
  /** Why it refuses this row; null when it did not say so. */
  readonly reason: string | null;
  /** How many rows of the job it refuses without naming them. */
  readonly unnamed: number;
}

/** By correction key, of the rows of an action that were sent. */
export async function readRefusals(
  db: Queryable,
  actionId: string,
): Promise<ReadonlyMap<string, RowRefusal>> {
  const { rows } = await db.query(
    `
    select e.correction_key, j.job,
           case
             when e.entry ->> 'state' = 'rejected' then e.entry ->> 'reason'
             when j.state = 'failed' then j.problem
             else j.refused ->> l.transaction_id
           end as reason,
           greatest(0, coalesce(j.errors, 0) - (select count(*) from jsonb_object_keys(coalesce(j.refused, '{}')))) as unnamed
      from correction_journal e
      join outbox o using (action_id)
      join correction_line l on l.proposal_id = o.proposal_id and l.correction_key = e.correction_key
      left join correction_job j on j.action_id = e.action_id and j.job = e.entry ->> 'job'
     where e.action_id = $1
    `,
    [actionId],
  );
  return new Map(
    rows.map((row) => {
      const { correction_key: key, ...refusal } = RefusalRow.parse(row);
      return [key, refusal];
    }),
  );
}

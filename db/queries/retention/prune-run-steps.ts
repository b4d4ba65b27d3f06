import type { Queryable } from '../../client.ts';

/**
 * Removes steps of runs that finished before a moment, at most `limit`; gives how many.
 *
 * A run that an undecided or undelivered proposal came from keeps its steps, and so does one that the audit log names.
 */
export async function pruneRunSteps(db: Queryable, before: Date, limit: number): Promise<number> {
  const { rowCount } = await db.query(
    `
    with named as materialized (
      select facts ->> 'runId' as run_id from audit where facts ->> 'runId' is not null
      union
      select run_id::text from proposal
       where run_id is not null
         and status in ('pending', 'snoozed', 'approved', 'executed', 'unknown', 'needs_person')
    ), gone as (
      select s.run_id, s.seq
        from run_step s
        join run r using (run_id)
       where r.status in ('succeeded', 'failed') and r.finished_at < $1
         and not exists (select from named where named.run_id = r.run_id::text)
       limit $2
    )
    delete from run_step s using gone where s.run_id = gone.run_id and s.seq = gone.seq
    `,
    [before, limit],
  );
  return rowCount ?? 0;
}

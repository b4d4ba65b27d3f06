import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const JobRow = z
  .object({
    action_id: z.uuid(),
    proposal_id: z.uuid(),
    target: z.string(),
    job: z.string(),
    polls: z.int(),
    given_at: z.date(),
  })
  .transform(({ action_id, proposal_id, given_at, ...row }) => ({
    ...row,
    actionId: action_id,
    proposalId: proposal_id,
    givenAt: given_at,
  }));
/** A job that is ours to ask about. `polls` counts this question too, and tells one claim from the next. */
export type ClaimedJob = z.infer<typeof JobRow>;

/**
 * Takes the job that is due the longest, of these targets; null when none is. Nobody else has it before the claim is
 * over, whether or not this process lives to ask.
 */
export async function claimJob(
  db: Queryable,
  {
    targets,
    at,
    claimSeconds,
  }: { readonly targets: readonly string[]; readonly at: Date; readonly claimSeconds: number },
): Promise<ClaimedJob | null> {
  const { rows } = await db.query(
    `
    with due as (
      select j.action_id, j.job, o.proposal_id, o.target
        from correction_job j
        join outbox o using (action_id)
       where j.state = 'running' and j.next_at <= $2 and o.target = any($1)
       order by j.next_at
       limit 1
         for update of j skip locked
    )
    update correction_job j
       set polls = polls + 1, next_at = $2::timestamptz + make_interval(secs => $3)
      from due
     where j.action_id = due.action_id and j.job = due.job
    returning j.action_id, due.proposal_id, due.target, j.job, j.polls, j.given_at
    `,
    [targets, at, claimSeconds],
  );
  return rows[0] ? JobRow.parse(rows[0]) : null;
}

import type { Queryable } from '../../client.ts';

/**
 * Writes down what a run found to work on, once: a thread for each item, the counts, and that the survey is over.
 *
 * One statement, so that a resumed run either has all of it or surveys again.
 */
export async function recordSurvey(
  db: Queryable,
  {
    runId,
    items,
    counts,
    now,
  }: { runId: string; items: readonly string[]; counts: Readonly<Record<string, number>>; now: Date },
): Promise<void> {
  await db.query(
    `
    with surveyed as (
      update run set surveyed_at = $4, counts = $3
       where run_id = $1 and surveyed_at is null
      returning run_id, workflow
    )
    insert into work_thread (thread_id, run_id, workflow, item)
    select surveyed.run_id || ':' || item, surveyed.run_id, surveyed.workflow, item
      from surveyed, unnest($2::text[]) as item
    `,
    [runId, items, JSON.stringify(counts), now],
  );
}

import type { RunError } from '../../../src/domain/runs/run.ts';
import type { Queryable } from '../../client.ts';

/**
 * Ends a run and sums up what it did, from the rows that carry its id: a resumed run counts everything once.
 *
 * It has failed when `error` is given, or when every work item has.
 *
 * @returns false when the run is no longer the worker's own: somebody thought it dead and took over.
 */
export async function finishRun(
  db: Queryable,
  { runId, worker, error, now }: { runId: string; worker: string; error: RunError | null; now: Date },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `
    with threads as (
      select count(*) as all_items, count(*) filter (where status = 'failed') as failed
        from work_thread
       where run_id = $1
    ), outcomes as (
      select coalesce(jsonb_object_agg(key, total), '{}') as counts
        from (select key, sum(value::bigint) as total
                from run_step, jsonb_each_text(counts)
               where run_id = $1
                 and (kind = 'tool' or kind = 'model' and key in ('modelFailures', 'modelPaused', 'modelOverBudget'))
               group by key) summed
    ), inserted as (
      select count(*) as all_rows, count(*) filter (where supersedes is null) as first_of_their_kind
        from proposal
       where run_id = $1
    ), spent as (
      select coalesce(sum((counts ->> 'inputTokens')::bigint), 0) as input_tokens,
             coalesce(sum((counts ->> 'outputTokens')::bigint), 0) as output_tokens,
             coalesce(sum((counts ->> 'micros')::bigint), 0) as micros,
             coalesce(sum((counts ->> 'unpricedTokens')::bigint), 0) as unpriced_tokens
        from run_step
       where run_id = $1 and kind = 'model'
    )
    update run
       set status = case when $3::jsonb is not null or (threads.failed > 0 and threads.failed = threads.all_items)
                         then 'failed' else 'succeeded' end,
           error = case when $3::jsonb is null and threads.failed > 0 and threads.failed = threads.all_items
                        then '{"code": "items_failed", "message": "Every work item of this run failed."}'::jsonb
                        else $3::jsonb end,
           finished_at = $4,
           proposals = inserted.all_rows,
           counts = run.counts || outcomes.counts
             || jsonb_build_object('failed', threads.failed, 'inserted', inserted.first_of_their_kind),
           cost = run.cost || jsonb_build_object(
             'inputTokens', spent.input_tokens, 'outputTokens', spent.output_tokens, 'micros', spent.micros::text)
             || case when spent.unpriced_tokens > 0
                     then jsonb_build_object('unpricedTokens', spent.unpriced_tokens) else '{}' end
      from threads, outcomes, inserted, spent
     where run.run_id = $1 and run.worker = $2 and run.status = 'running'
    `,
    [runId, worker, error && JSON.stringify(error), now],
  );
  return rowCount === 1;
}

import type { RunError, RunStep } from '../../../src/domain/runs/run.ts';
import type { Queryable } from '../../client.ts';

export interface EndedStep {
  readonly runId: string;
  readonly kind: RunStep['kind'];
  readonly name: string;
  /** The work item it was for; null for the run as a whole. */
  readonly item: string | null;
  readonly startedAt: Date;
  readonly finishedAt: Date;
  readonly counts: Readonly<Record<string, number>>;
  readonly error: RunError | null;
}

/** Adds steps, all of one run, to its history: numbered in their order, after those before, whichever process sent them. */
export async function recordSteps(db: Queryable, runId: string, steps: readonly EndedStep[]): Promise<void> {
  await db.query(
    `
    with numbered as (
      update run set step_count = step_count + jsonb_array_length($2::jsonb)
       where run_id = $1
      returning step_count - jsonb_array_length($2::jsonb) as before
    )
    insert into run_step (run_id, seq, kind, name, item, started_at, finished_at, counts, error)
    select $1, numbered.before + step.place, step.body ->> 'kind', step.body ->> 'name', step.body ->> 'item',
           (step.body ->> 'startedAt')::timestamptz, (step.body ->> 'finishedAt')::timestamptz,
           step.body -> 'counts', nullif(step.body -> 'error', 'null')
      from numbered, jsonb_array_elements($2::jsonb) with ordinality as step (body, place)
    `,
    [runId, JSON.stringify(steps)],
  );
}

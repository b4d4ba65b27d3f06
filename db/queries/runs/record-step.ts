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

/** Adds a step to a run's history, numbered after those before it, whichever process they came from. */
export async function recordStep(db: Queryable, step: EndedStep): Promise<void> {
  await db.query(
    `
    with next as (
      update run set step_count = step_count + 1 where run_id = $1 returning step_count
    )
    insert into run_step (run_id, seq, kind, name, item, started_at, finished_at, counts, error)
    select $1, step_count, $2, $3, $4, $5, $6, $7, $8 from next
    `,
    [
      step.runId,
      step.kind,
      step.name,
      step.item,
      step.startedAt,
      step.finishedAt,
      JSON.stringify(step.counts),
      step.error && JSON.stringify(step.error),
    ],
  );
}

import { z } from 'zod';
import { type RunDetail, RunError, RunStep } from '../../../src/domain/runs/run.ts';
import type { Queryable } from '../../client.ts';
import { RUN_COLUMNS, RunRow, toRun } from './run-row.ts';

const STEPS_MAX = 1_000;
const FAILURES_MAX = 100;

const StepRow = z.object({
  seq: z.int(),
  kind: RunStep.shape.kind,
  name: z.string(),
  item: z.string().nullable(),
  started_at: z.date(),
  finished_at: z.date().nullable(),
  counts: z.record(z.string(), z.number()),
  error: RunError.nullable(),
});
const FailureRow = z.object({ item: z.string(), error: RunError });

/**
 * One run with its first 1,000 steps and its failed work items (at most 100).
 *
 * @returns null when the id is unknown, or no id at all.
 */
export async function findRun(db: Queryable, runId: string): Promise<RunDetail | null> {
  if (!z.uuid().safeParse(runId).success) return null;
  const { rows } = await db.query(`select ${RUN_COLUMNS} from run where run_id = $1`, [runId]);
  if (!rows[0]) return null;
  const [steps, failures] = [await findSteps(db, runId), await findFailures(db, runId)];
  return { ...toRun(RunRow.parse(rows[0])), steps, failures };
}

async function findSteps(db: Queryable, runId: string): Promise<RunStep[]> {
  const { rows } = await db.query(
    `
    select seq, kind, name, item, started_at, finished_at, counts, error
      from run_step
     where run_id = $1
     order by seq
     limit $2
    `,
    [runId, STEPS_MAX],
  );
  return rows.map((row) => {
    const { started_at, finished_at, ...rest } = StepRow.parse(row);
    return {
      ...rest,
      startedAt: started_at.toISOString(),
      finishedAt: finished_at?.toISOString() ?? null,
    };
  });
}

async function findFailures(db: Queryable, runId: string): Promise<z.infer<typeof FailureRow>[]> {
  const { rows } = await db.query(
    `
    select item, error
      from work_thread
     where run_id = $1 and status = 'failed' and error is not null
     order by item
     limit $2
    `,
    [runId, FAILURES_MAX],
  );
  return rows.map((row) => FailureRow.parse(row));
}

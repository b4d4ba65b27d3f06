import { z } from 'zod';
import { type Run, RunCause, RunCost, RunError, RunStatus } from '../../../src/domain/runs/run.ts';

/** The columns of `run` that `toRun` reads, for a select list. */
export const RUN_COLUMNS = `run_id, workflow, status, cause, requested_by, created_at, started_at, finished_at,
       proposals, counts, cost, error`;

export const RunRow = z.object({
  run_id: z.uuid(),
  workflow: z.string(),
  status: RunStatus,
  cause: RunCause,
  requested_by: z.string(),
  created_at: z.date(),
  started_at: z.date().nullable(),
  finished_at: z.date().nullable(),
  proposals: z.int(),
  counts: z.record(z.string(), z.number()),
  cost: RunCost,
  error: RunError.nullable(),
});
export type RunRow = z.infer<typeof RunRow>;

/** A row as the doors show it. */
export function toRun(row: RunRow): Run {
  return {
    id: row.run_id,
    workflow: row.workflow,
    status: row.status,
    cause: row.cause,
    requestedBy: row.requested_by,
    createdAt: row.created_at.toISOString(),
    startedAt: row.started_at?.toISOString() ?? null,
    finishedAt: row.finished_at?.toISOString() ?? null,
    proposals: row.proposals,
    counts: row.counts,
    cost: row.cost,
    error: row.error,
  };
}

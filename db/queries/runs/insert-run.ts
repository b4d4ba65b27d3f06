import { z } from 'zod';
import type { RunCause } from '../../../src/domain/runs/run.ts';
import type { Queryable } from '../../client.ts';

const Row = z.object({ run_id: z.uuid() });

export interface NewRun {
  readonly workflow: string;
  readonly cause: RunCause;
  readonly requestedBy: string;
  /** The moment of the schedule it answers; null for other causes. */
  readonly dueAt: Date | null;
}

/**
 * A waiting run.
 *
 * @returns its id; null when one of this workflow waits or runs already, or this moment of the schedule has its run.
 */
export async function insertRun(db: Queryable, run: NewRun): Promise<string | null> {
  const { rows } = await db.query(
    `
    insert into run (workflow, cause, requested_by, due_at)
    values ($1, $2, $3, $4)
    on conflict do nothing
    returning run_id
    `,
    [run.workflow, run.cause, run.requestedBy, run.dueAt],
  );
  return rows[0] ? Row.parse(rows[0]).run_id : null;
}

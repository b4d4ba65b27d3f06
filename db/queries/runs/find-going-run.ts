import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z.object({ run_id: z.uuid() });

/** The run of a workflow that waits or runs, of which there is at most one; null when there is none. */
export async function findGoingRun(db: Queryable, workflow: string): Promise<string | null> {
  const { rows } = await db.query(
    `select run_id from run where workflow = $1 and status in ('queued', 'running')`,
    [workflow],
  );
  return rows[0] ? Row.parse(rows[0]).run_id : null;
}

import type { Run } from '../../../src/domain/runs/run.ts';
import type { Queryable } from '../../client.ts';
import { RUN_COLUMNS, RunRow, toRun } from './run-row.ts';

/** The newest run of a workflow, whatever became of it; null when it never ran. */
export async function lastRun(db: Queryable, workflow: string): Promise<Run | null> {
  const { rows } = await db.query(
    `
    select ${RUN_COLUMNS}
      from run
     where workflow = $1
     order by created_at desc, run_id
     limit 1
    `,
    [workflow],
  );
  return rows[0] ? toRun(RunRow.parse(rows[0])) : null;
}

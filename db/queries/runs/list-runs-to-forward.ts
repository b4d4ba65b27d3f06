import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z.object({ run_id: z.uuid(), workflow: z.string() });

/** Waiting runs that the job queue has not been given, oldest first; locked until the transaction ends. */
export async function listRunsToForward(
  transaction: Queryable,
  workflows: readonly string[],
): Promise<z.infer<typeof Row>[]> {
  const { rows } = await transaction.query(
    `
    select run_id, workflow
      from run
     where status = 'queued' and forwarded_at is null and workflow = any ($1)
     order by created_at
       for update skip locked
    `,
    [workflows],
  );
  return rows.map((row) => Row.parse(row));
}

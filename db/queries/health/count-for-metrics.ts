import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const CountRow = z.object({
  subject: z.enum(['proposal', 'outbox', 'run']),
  status: z.string(),
  count: z.int(),
});
export type CountRow = z.infer<typeof CountRow>;

/** How many proposals, effects on their way and runs stand in each state. */
export async function countForMetrics(db: Queryable): Promise<CountRow[]> {
  const { rows } = await db.query(
    `
    select 'proposal' as subject, status, count(*)::int from proposal group by status
    union all
    select 'outbox', status, count(*)::int from outbox group by status
    union all
    select 'run', status, count(*)::int from run group by status
    `,
  );
  return rows.map((row) => CountRow.parse(row));
}

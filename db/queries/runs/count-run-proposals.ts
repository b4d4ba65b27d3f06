import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z.object({ count: z.bigint() });

/** How many proposals a run has inserted so far. */
export async function countRunProposals(db: Queryable, runId: string): Promise<number> {
  const { rows } = await db.query('select count(*) as count from proposal where run_id = $1', [runId]);
  return Number(Row.parse(rows[0]).count);
}

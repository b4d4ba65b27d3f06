import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const WaitingWork = z.object({
  /** Everything is to be computed again, whatever else is marked. */
  everything: z.boolean(),
  partner_days: z.int(),
  touched: z.int(),
});
export type WaitingWork = z.infer<typeof WaitingWork>;

/** What is marked. */
export async function waitingWork(db: Queryable): Promise<WaitingWork> {
  const { rows } = await db.query(
    `
    select exists (select from fraud_touched where kind = 'everything') as everything,
           (select count(*) from (select distinct partner_id, day from fraud_dirty) marked)::int as partner_days,
           (select count(*) from (select distinct kind, key from fraud_touched) marked)::int as touched
    `,
  );
  return WaitingWork.parse(rows[0]);
}

/** Rows of both sketch tables, to see whether computing only what changed pays. */
export async function storedCells(db: Queryable): Promise<number> {
  const { rows } = await db.query(
    `
    select ((select count(*) from fraud_conversion_sketch) + (select count(*) from fraud_click_sketch))::int as cells
    `,
  );
  return z.object({ cells: z.int() }).parse(rows[0]).cells;
}

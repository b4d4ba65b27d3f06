import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z.object({ is_open: z.boolean() });

/** Whether some proposal with this dedupe key waits for a decision. */
export async function hasOpenWish(db: Queryable, dedupeKey: string): Promise<boolean> {
  const { rows } = await db.query(
    `
    select exists (select from proposal where dedupe_key = $1 and status in ('pending', 'snoozed')) as is_open
    `,
    [dedupeKey],
  );
  return Row.parse(rows[0]).is_open;
}

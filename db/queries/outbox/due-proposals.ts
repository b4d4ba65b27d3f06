import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const DueRow = z.object({ proposal_id: z.string() });

/** Proposals whose undo window is over at `now`, the longest waiting first. */
export async function dueProposals(db: Queryable, now: Date, limit: number): Promise<string[]> {
  const { rows } = await db.query(
    `
    select proposal_id
      from outbox
     where status = 'waiting' and not_before <= $1
     order by not_before
     limit $2
    `,
    [now, limit],
  );
  return rows.map((row) => DueRow.parse(row).proposal_id);
}

import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const IdRow = z.object({ proposal_id: z.string() });

/** Pending proposals of some kinds that one approval is enough for, the newest first, at most `limit`. */
export async function pendingOfKinds(
  db: Queryable,
  kinds: readonly string[],
  limit: number,
): Promise<string[]> {
  const { rows } = await db.query(
    `
    select proposal_id
      from proposal
     where status = 'pending' and approvals_needed = 1 and kind = any($1) and (kind <> 'mail.reply' or effect ->> 'automatic' = 'true')
     order by created_at desc
     limit $2
    `,
    [kinds, limit],
  );
  return rows.map((row) => IdRow.parse(row).proposal_id);
}

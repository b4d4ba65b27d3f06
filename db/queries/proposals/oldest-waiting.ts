import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z.object({
  proposal_id: z.uuid(),
  kind: z.string(),
  title: z.string(),
  partner_id: z.string().nullable(),
  created_at: z.date(),
  expires_at: z.date(),
});
export type OldestWaiting = z.infer<typeof Row>;

/** The proposals that have waited longest for a decision. @param kind - only these; null for all. */
export async function oldestWaiting(
  db: Queryable,
  { kind, limit }: { readonly kind: string | null; readonly limit: number },
): Promise<OldestWaiting[]> {
  const { rows } = await db.query(
    `
    select proposal_id, kind, title, partner_id, created_at, expires_at
      from proposal
     where status = 'pending' and ($1::text is null or kind = $1)
     order by created_at, proposal_id
     limit $2
    `,
    [kind, limit],
  );
  return rows.map((row) => Row.parse(row));
}

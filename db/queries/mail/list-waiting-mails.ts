import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const IdRow = z.object({ mail_id: z.uuid() });

/**
 * Mail that came in and for which nothing waits: nobody has read it, it could not be read, or what was proposed for it
 * has expired. Oldest first. @returns ids.
 */
export async function listWaitingMails(db: Queryable, limit: number): Promise<string[]> {
  const { rows } = await db.query(
    `
    select m.mail_id
      from mail m
     where m.direction = 'in' and m.status in ('new', 'working', 'triaged', 'needs_review')
       and not exists (
         select from proposal p where p.source ->> 'documentId' = m.mail_id::text and p.status <> 'expired'
       )
     order by m.received_at, m.sent_at, m.mail_id
     limit $1
    `,
    [limit],
  );
  return rows.map((row) => IdRow.parse(row).mail_id);
}

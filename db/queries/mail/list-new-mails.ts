import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const IdRow = z.object({ mail_id: z.uuid() });

/** Mail that came in, could be read, and that nobody has worked on; oldest first. @returns ids. */
export async function listNewMails(db: Queryable, limit: number): Promise<string[]> {
  const { rows } = await db.query(
    `
    select mail_id
      from mail
     where status = 'new' and direction = 'in'
     order by received_at, mail_id
     limit $1
    `,
    [limit],
  );
  return rows.map((row) => IdRow.parse(row).mail_id);
}

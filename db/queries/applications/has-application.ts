import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z.object({ is_there: z.boolean() });

/** Whether an application came by this mail. */
export async function hasApplication(db: Queryable, mailId: string): Promise<boolean> {
  const { rows } = await db.query('select exists (select from application where mail_id = $1) as is_there', [
    mailId,
  ]);
  return Row.parse(rows[0]).is_there;
}

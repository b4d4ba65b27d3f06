import type { Queryable } from '../../client.ts';

/** Locks a mail until the caller's transaction ends: of two answers to it, the second sees the first. */
export async function lockMail(db: Queryable, mailId: string): Promise<void> {
  await db.query('select from mail where mail_id = $1 for update', [mailId]);
}

import type { MailStatus } from '../../../src/domain/inbox/stored-mail.ts';
import type { Queryable } from '../../client.ts';

/** Moves a mail on. An unknown id changes nothing. */
export async function setMailStatus(db: Queryable, mailId: string, status: MailStatus): Promise<void> {
  await db.query('update mail set status = $2 where mail_id = $1 and status <> $2', [mailId, status]);
}

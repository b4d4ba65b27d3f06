import type { StoredMail } from '../../../src/domain/inbox/stored-mail.ts';
import type { Queryable } from '../../client.ts';
import { MAIL_COLUMNS, toMail } from './mail-row.ts';

const MAILS_MAX = 50;

/** The newest 50 mails of a conversation, ours and theirs, oldest first. */
export async function mailThread(db: Queryable, threadId: string): Promise<StoredMail[]> {
  const { rows } = await db.query(
    `
    select ${MAIL_COLUMNS}
      from mail m
     where m.thread_id = $1
     order by coalesce(m.sent_at, m.received_at) desc, m.mail_id
     limit $2
    `,
    [threadId, MAILS_MAX],
  );
  return rows.map(toMail).reverse();
}

import type { StoredMail } from '../../../src/domain/inbox/stored-mail.ts';
import type { Queryable } from '../../client.ts';
import { MAIL_COLUMNS, toMail } from './mail-row.ts';

/** One mail with everything but its bytes, or `null` when the id is unknown. */
export async function readMail(db: Queryable, mailId: string): Promise<StoredMail | null> {
  const { rows } = await db.query(`select ${MAIL_COLUMNS} from mail m where m.mail_id = $1`, [mailId]);
  return rows[0] ? toMail(rows[0]) : null;
}

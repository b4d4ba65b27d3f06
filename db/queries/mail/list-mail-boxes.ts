import { z } from 'zod';
import { MailBox } from '../../../src/domain/inbox/mail-box.ts';
import type { Queryable } from '../../client.ts';

const BOXES_MAX = 200;
const BoxRow = z.object({
  account: z.string(),
  folder: z.string(),
  checked_at: z.date().nullable(),
  last_uid: z.bigint(),
  error: MailBox.shape.error,
  next_try_at: z.date().nullable(),
});

/** Every folder that mail is, or was, read from, and how it stands. */
export async function listMailBoxes(db: Queryable): Promise<MailBox[]> {
  const { rows } = await db.query(
    `
    select account, folder, checked_at, last_uid, error, next_try_at
      from mail_box
     order by account, folder
     limit $1
    `,
    [BOXES_MAX],
  );
  return rows.map((raw) => {
    const { account, folder, ...row } = BoxRow.parse(raw);
    return {
      account,
      folder,
      checkedAt: row.checked_at?.toISOString() ?? null,
      lastUid: Number(row.last_uid),
      error: row.error,
      nextTryAt: row.next_try_at?.toISOString() ?? null,
    };
  });
}

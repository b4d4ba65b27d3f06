import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const StateRow = z.object({ uid_validity: z.bigint().nullable(), last_uid: z.bigint() });

export interface BoxName {
  /** User and host. */
  readonly account: string;
  readonly folder: string;
}

/** How far a folder was read: everything up to `lastUid` under `uidValidity`; null when it never was. */
export async function findBox(
  db: Queryable,
  { account, folder }: BoxName,
): Promise<{ uidValidity: bigint | null; lastUid: number } | null> {
  const { rows } = await db.query(
    'select uid_validity, last_uid from mail_box where account = $1 and folder = $2',
    [account, folder],
  );
  if (!rows[0]) return null;
  const row = StateRow.parse(rows[0]);
  return { uidValidity: row.uid_validity, lastUid: Number(row.last_uid) };
}

/** Notes how far a folder has been read, and that all is well. */
export async function keepBox(
  db: Queryable,
  { account, folder }: BoxName,
  {
    uidValidity,
    lastUid,
    now,
  }: { readonly uidValidity: bigint; readonly lastUid: number; readonly now: Date },
): Promise<void> {
  await db.query(
    `
    insert into mail_box (account, folder, uid_validity, last_uid, checked_at)
    values ($1, $2, $3, $4, $5)
        on conflict (account, folder) do update
       set uid_validity = excluded.uid_validity, last_uid = excluded.last_uid, checked_at = excluded.checked_at,
           error = null, next_try_at = null
    `,
    [account, folder, uidValidity.toString(), lastUid, now],
  );
}

/** Notes why a folder could not be read, and when it is tried again. How far it was read stays. */
export async function keepBoxError(
  db: Queryable,
  { account, folder }: BoxName,
  {
    error,
    nextTryAt,
  }: { readonly error: { readonly code: string; readonly message: string }; readonly nextTryAt: Date },
): Promise<void> {
  await db.query(
    `
    insert into mail_box (account, folder, error, next_try_at)
    values ($1, $2, $3, $4)
        on conflict (account, folder) do update set error = excluded.error, next_try_at = excluded.next_try_at
    `,
    [account, folder, JSON.stringify(error), nextTryAt],
  );
}

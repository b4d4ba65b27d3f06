import type { Effect } from '../../../src/domain/proposals/effect.ts';
import type { Queryable } from '../../client.ts';

/** Lets a mail wait again whose hand-over was given up, or whose rejection was taken back; else does nothing. */
export async function reopenMail(db: Queryable, effect: Effect): Promise<void> {
  if (effect.kind !== 'mail.reply' && effect.kind !== 'mail.hand-over') return;
  await db.query(`update mail set status = 'triaged' where mail_id = $1 and status = 'handled'`, [
    effect.mailId,
  ]);
}

import type { Effect } from '../../../src/domain/proposals/effect.ts';
import type { Queryable } from '../../client.ts';
import { setMailStatus } from './set-mail-status.ts';

/** Notes on a mail that its answer arrived, on an application's too; does nothing for any other effect. */
export async function markAnswered(db: Queryable, effect: Effect): Promise<void> {
  if (effect.kind === 'mail.reply') await setMailStatus(db, effect.mailId, 'answered');
  if (!('applicationId' in effect)) return;
  await db.query(
    `
    update mail
       set status = 'answered'
     where mail_id = (select a.mail_id from application a where a.application_id = $1)
    `,
    [effect.applicationId],
  );
}

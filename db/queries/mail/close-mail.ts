import type { Effect } from '../../../src/domain/proposals/effect.ts';
import type { Queryable } from '../../client.ts';

/**
 * Notes on a mail that a person rejected what was proposed for it: nothing more will come. Changes nothing while
 * another letter or hand-over for the same mail stands, when the mail has been answered, and for any other effect.
 *
 * Runs after the proposal took its new status, in the same transaction.
 */
export async function closeMail(db: Queryable, effect: Effect): Promise<void> {
  if (effect.kind !== 'mail.reply' && effect.kind !== 'mail.hand-over') return;
  await db.query(
    `
    update mail m set status = 'handled'
     where m.mail_id = $1 and m.status in ('new', 'working', 'triaged', 'needs_review')
       and not exists (
         select from proposal p
          where p.source ->> 'documentId' = m.mail_id::text
            and p.kind in ('mail.reply', 'mail.hand-over')
            and p.status in ('pending', 'snoozed', 'approved', 'executed', 'delivered', 'unknown', 'needs_person')
       )
    `,
    [effect.mailId],
  );
}

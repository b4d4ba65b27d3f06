import type { Queryable } from '../../../../db/client.ts';
import { demoMails } from '../../../../db/demo/inbox/demo-mails.ts';
import { mailSenders } from '../../../../db/demo/inbox/mail-senders.ts';
import { takeMail } from '../take-mail.ts';
import { openMailThread } from '../thread/open-mail-thread.ts';

/**
 * Fills the inbox with the demo's mails, on the way that every mail takes, marked as simulated. Again adds nothing.
 *
 * @param loadDate - the day on which the demo counts as loaded.
 * @returns how many mails there are.
 */
export async function loadDemoMails(db: Queryable, loadDate: Date): Promise<number> {
  const mails = demoMails(await mailSenders(db), loadDate);
  const thread = openMailThread();
  try {
    for (const { bytes, receivedAt } of mails) {
      await takeMail({ db, thread }, bytes, { source: 'demo', now: receivedAt, isSimulated: true });
    }
  } finally {
    await thread.close();
  }
  return mails.length;
}

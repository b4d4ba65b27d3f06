import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isSuppressed } from '../../../db/queries/mail/is-suppressed.ts';
import { MAIL_NOW, putMail } from '../../../db/queries/mail/testing/put-mail.ts';
import { type ClonedDatabase, cloneDatabase } from '../../../db/testing/clone-database.ts';
import { takeMail } from './take-mail.ts';
import { mailText } from './testing/mail-text.ts';
import { openMailThread } from './thread/open-mail-thread.ts';

let database: ClonedDatabase;
const thread = openMailThread();
beforeAll(async () => {
  database = await cloneDatabase();
  const { app } = database.pools;
  // Mail that was sent without an action, which only a test does.
  await app.query('alter table mail drop constraint mail_action_id_fkey');
  for (const name of ['gone', 'full', 'other']) {
    const head = ['From: us@shop.test', `To: ${name}@blog.test`, `Message-ID: <${name}@shop.test>`];
    const at = name === 'other' ? new Date(MAIL_NOW.getTime() - 30 * 86_400_000) : MAIL_NOW;
    await putMail(app, [...head, '', 'Hi'], {
      source: 'outbox',
      sent: { actionId: crypto.randomUUID(), at, partnerId: null },
    });
  }
});
afterAll(async () => {
  await thread.close();
  await database.drop();
});

async function bounce(address: string, status: string, action = 'failed') {
  const bytes = mailText(
    'From: MAILER-DAEMON@mx.test',
    `Message-ID: <${crypto.randomUUID()}@mx.test>`,
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'Sorry',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.test',
    '',
    `Final-Recipient: rfc822; ${address}`,
    `Action: ${action}`,
    `Status: ${status}`,
    '--b--',
  );
  const db = database.pools.app;
  await takeMail({ db, thread }, bytes, { source: 'file', now: MAIL_NOW, isSimulated: false });
  return isSuppressed(db, address);
}

describe('a bounce', () => {
  it('that says an address does not exist ends our mail to it', async () => {
    expect(await bounce('Gone@blog.test', '5.1.1')).toBe('bounce');
  });

  it('that is for now only, or only delays, changes nothing', async () => {
    expect(await bounce('full@blog.test', '4.2.2')).toBeNull();
    expect(await bounce('full@blog.test', '5.2.2', 'delayed')).toBeNull();
  });

  it('cannot silence an address that we did not write to lately', async () => {
    expect(await bounce('other@blog.test', '5.1.1')).toBeNull();
    expect(await bounce('never@blog.test', '5.1.1')).toBeNull();
  });
});

describe('a copy of our own mail', () => {
  it('from a folder of sent mail stays what it is', async () => {
    const bytes = mailText(
      'From: us@shop.test',
      'To: gone@blog.test',
      'Message-ID: <gone@shop.test>',
      'X-Server: added',
      '',
      'Hi, in other words',
    );
    const db = database.pools.app;
    const taken = await takeMail({ db, thread }, bytes, {
      source: 'imap:me/Sent',
      now: MAIL_NOW,
      isSimulated: false,
    });
    expect(taken.state).toBe('unchanged');
  });
});

import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ClonedDatabase, cloneDatabase } from '../../testing/clone-database.ts';
import { listMails } from './list-mails.ts';
import { listNewMails } from './list-new-mails.ts';
import { mailThread } from './mail-thread.ts';
import { rawMail } from './raw-mail.ts';
import { readMail } from './read-mail.ts';
import { storeMail } from './store-mail.ts';
import { MAIL_NOW, putMail } from './testing/put-mail.ts';

let database: ClonedDatabase;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());

const DAY_MS = 86_400_000;
const later = (days: number): Date => new Date(MAIL_NOW.getTime() + days * DAY_MS);
const mail = (id: string, ...rest: readonly string[]): string[] => [
  'From: Ann <ann@blog.test>',
  `Message-ID: <${id}>`,
  ...rest,
];

async function threadOf(mailId: string): Promise<string> {
  const found = await readMail(database.pools.app, mailId);
  return found?.threadId ?? 'none';
}

describe('storeMail', () => {
  it('keeps a mail once, however often and on whatever way it comes', async () => {
    const { app } = database.pools;
    const first = await putMail(app, mail('once@x', 'Subject: Hello', '', 'Hi'));
    const again = await putMail(
      app,
      ['Received: from another way', ...mail('once@x', 'Subject: Hello', '', 'Hi')],
      { source: 'imap:me@shop.test/INBOX' },
    );
    expect([first.state, again.state]).toEqual(['inserted', 'unchanged']);
    expect(again.mailId).toBe(first.mailId);
  });

  it('keeps another mail that claims the same Message-ID, and marks it', async () => {
    const { app } = database.pools;
    const first = await putMail(app, mail('claimed@x', 'Subject: Invoice', '', 'The true one'));
    const second = await putMail(app, mail('claimed@x', 'Subject: Invoice', '', 'Pay elsewhere'));
    expect(second.state).toBe('inserted');
    expect((await readMail(app, first.mailId))?.isMessageIdRepeated).toBe(false);
    expect((await readMail(app, second.mailId))?.isMessageIdRepeated).toBe(true);
  });

  it('gives eight copies that arrive at once one row', async () => {
    const lines = mail('race@x', 'Subject: Race', '', 'Go');
    const stored = await Promise.all(Array.from({ length: 8 }, () => putMail(database.pools.app, lines)));
    expect(stored.filter(({ state }) => state === 'inserted')).toHaveLength(1);
    expect(new Set(stored.map(({ mailId }) => mailId)).size).toBe(1);
  });

  it('puts an answer into the thread of what it answers, whichever came first', async () => {
    const { app } = database.pools;
    const answer = await putMail(app, mail('b@x', 'Subject: Other words', 'In-Reply-To: <a@x>', '', 'B'));
    const asked = await putMail(app, mail('a@x', 'Subject: Question', '', 'A'));
    const third = await putMail(
      app,
      mail('c@x', 'From: Bob <bob@else.test>', 'References: <a@x> <b@x>', '', 'C'),
    );
    const thread = await threadOf(asked.mailId);
    expect(await threadOf(answer.mailId)).toBe(thread);
    expect(await threadOf(third.mailId)).toBe(thread);
    expect((await mailThread(app, thread)).map(({ messageId }) => messageId).sort()).toEqual([
      'a@x',
      'b@x',
      'c@x',
    ]);
  });

  it('goes by the subject only for the same sender, and only for 30 days', async () => {
    const { app } = database.pools;
    const subject = (name: string, prefix = ''): string[] => [
      `From: ${name}@subject.test`,
      `Subject: ${prefix}Commission for spring`,
      '',
    ];
    const first = await putMail(app, [...subject('ann'), '1']);
    const same = await putMail(app, [...subject('ann', 'AW: '), '2'], { now: later(29) });
    const other = await putMail(app, [...subject('bob', 'Re: '), '3'], { now: later(1) });
    const late = await putMail(app, [...subject('ann'), '4'], { now: later(60) });
    const thread = await threadOf(first.mailId);
    expect(await threadOf(same.mailId)).toBe(thread);
    expect(await threadOf(other.mailId)).not.toBe(thread);
    expect(await threadOf(late.mailId)).not.toBe(thread);
  });

  it('keeps what could not be read, shows it, and gives it to no agent', async () => {
    const { app } = database.pools;
    const bytes = Buffer.from('\0\0\0\0');
    const problem = { code: 'mail_not_mail', message: 'This is no mail.' } as const;
    const { mailId } = await storeMail(app, problem, await rawMail(bytes), {
      source: 'http',
      now: MAIL_NOW,
      isSimulated: false,
    });
    expect(await readMail(app, mailId)).toMatchObject({
      status: 'needs_review',
      parsed: null,
      unreadable: problem,
    });
    expect(await listNewMails(app, 100)).not.toContain(mailId);
  });

  it('takes what no text column could hold, and Message-IDs longer than an index row', async () => {
    const { app } = database.pools;
    const long = `${'é'.repeat(900)}@x`;
    const lines = mail(long, 'Subject: =?utf-8?q?a=00b?=', 'X-Odd: \0\0', '', 'C \0 D');
    const { mailId } = await putMail(app, lines);
    expect(await readMail(app, mailId)).toMatchObject({ messageId: long, subject: 'ab' });
    expect((await putMail(app, lines)).state).toBe('unchanged');
  });

  it('keeps the bytes where no agent reads them', async () => {
    const { app, agent } = database.pools;
    const lines = mail('bytes@x', 'Subject: Bytes', '', 'Hi');
    const { mailId } = await putMail(app, lines);
    const { rows } = await app.query('select bytes, is_cut from mail_raw where mail_id = $1', [mailId]);
    expect(gunzipSync(rows[0]?.bytes).toString()).toBe(lines.join('\r\n'));
    expect((await readMail(agent, mailId))?.subject).toBe('Bytes');
    await expect(agent.query('select bytes from mail_raw')).rejects.toThrow('permission denied');
    await expect(agent.query(`update mail set status = 'handled'`)).rejects.toThrow('permission denied');
  });

  it('lists by status, newest first, page by page', async () => {
    const own = await cloneDatabase();
    try {
      for (const day of [1, 2, 3]) {
        await putMail(own.pools.app, mail(`${day}@p`, `Subject: ${day}`, '', 'x'), { now: later(day) });
      }
      const first = await listMails(own.pools.app, { status: 'new', cursor: null, limit: 2 });
      const rest = await listMails(own.pools.app, { status: 'new', cursor: first.nextCursor, limit: 2 });
      expect([...first.items, ...rest.items].map(({ subject }) => subject)).toEqual(['3', '2', '1']);
      expect(rest.nextCursor).toBeNull();
    } finally {
      await own.drop();
    }
  });
});

import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listMailParts } from '../../../db/queries/mail/list-mail-parts.ts';
import { readMail } from '../../../db/queries/mail/read-mail.ts';
import { MAIL_NOW } from '../../../db/queries/mail/testing/put-mail.ts';
import { type ClonedDatabase, cloneDatabase } from '../../../db/testing/clone-database.ts';
import { MAIL_LIMITS } from './mail-limits.ts';
import { type TakenMail, takeMail } from './take-mail.ts';
import { mailText } from './testing/mail-text.ts';
import { openMailThread } from './thread/open-mail-thread.ts';

let database: ClonedDatabase;
const thread = openMailThread({ ...MAIL_LIMITS, pictureBytes: 5_000, picturesBytes: 8_000 });
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(async () => {
  await thread.close();
  await database.drop();
});

const take = (bytes: Buffer): Promise<TakenMail> =>
  takeMail({ db: database.pools.app, thread }, bytes, { source: 'file', now: MAIL_NOW, isSimulated: false });
const part = (type: string, bytes: Buffer): string[] => [
  '--b',
  `Content-Type: ${type}; name=a`,
  'Content-Disposition: attachment; filename=a',
  'Content-Transfer-Encoding: base64',
  '',
  ...(bytes.toString('base64').match(/.{1,76}/g) ?? []),
];

describe('takeMail', () => {
  it('keeps the bytes of attached pictures, up to a size, and of nothing else', async () => {
    const [small, large, other, second] = [4_000, 6_000, 3_999, 4_001].map((size) =>
      Buffer.alloc(size, size % 251),
    );
    const { mailId } = await take(
      mailText(
        'From: ann@blog.test',
        'Content-Type: multipart/mixed; boundary=b',
        '',
        ...part('image/png', small ?? Buffer.of()),
        ...part('image/jpeg', large ?? Buffer.of()),
        ...part('application/pdf', other ?? Buffer.of()),
        ...part('image/svg+xml', other ?? Buffer.of()),
        ...part('image/png', second ?? Buffer.of()),
        '--b--',
      ),
    );
    const parts = await listMailParts(database.pools.app, mailId);
    expect(parts.map(({ contentType, sizeBytes, isKept }) => [contentType, sizeBytes, isKept])).toEqual([
      ['image/png', 4_000, true],
      ['image/jpeg', 6_000, false],
      ['application/pdf', 3_999, false],
      ['image/svg+xml', 3_999, false],
      // Both would be more than a mail's pictures may be together.
      ['image/png', 4_001, false],
    ]);
    const { rows } = await database.pools.app.query(
      'select bytes, sha256 from mail_attachment where mail_id = $1 and bytes is not null',
      [mailId],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.bytes.equals(small)).toBe(true);
    expect(createHash('sha256').update(rows[0]?.bytes).digest('hex')).toBe(rows[0]?.sha256);
  });

  it('keeps a mail that the database cannot hold as unreadable, and does not stop', async () => {
    const { app } = database.pools;
    await app.query(`alter table mail add constraint odd check (subject <> 'odd')`);
    const odd = (subject: string): Buffer => mailText('From: ann@blog.test', `Subject: ${subject}`, '', 'Hi');
    // A broken rule of ours is our mistake, not the mail's.
    await expect(take(odd('odd'))).rejects.toThrow('odd');
    await app.query('alter table mail drop constraint odd');
    await app.query(`
      create function odd() returns trigger language plpgsql as $$
      begin
        if new.subject = 'odd' then raise exception 'too odd' using errcode = '22P05'; end if;
        return new;
      end $$;
      create trigger odd before insert on mail for each row execute function odd()`);
    const { mailId, unreadable } = await take(odd('odd'));
    expect(unreadable?.code).toBe('mail_unstorable');
    expect(await readMail(app, mailId)).toMatchObject({ status: 'needs_review', parsed: null });
  });
});

import { afterAll, describe, expect, it } from 'vitest';
import { MAIL_LIMITS } from '../mail-limits.ts';
import { mailText, mailWith } from '../testing/mail-text.ts';
import { openMailThread } from './open-mail-thread.ts';

const thread = openMailThread();
afterAll(() => thread.close());

/** Costs much more than the time it is given here: each line is compared with each of the open boundaries. */
const heavy = mailWith(
  ...Array.from({ length: 90 }, (_, level) => [
    `Content-Type: multipart/mixed; boundary=b${level}`,
    '',
    `--b${level}`,
  ]).flat(),
  '',
  '--x\r\n'.repeat(1_000_000),
);

describe('openMailThread', () => {
  it('reads what parseMail reads, in the order asked', async () => {
    const subjects = ['a', 'b', 'c'].map((subject) => thread.read(mailText(`Subject: ${subject}`, '', 'x')));
    expect((await Promise.all(subjects)).map((mail) => 'subject' in mail && mail.subject)).toEqual([
      'a',
      'b',
      'c',
    ]);
  });

  it('reads a mail that takes too long by its beginning, and the next one as a whole', async () => {
    const impatient = openMailThread({
      ...MAIL_LIMITS,
      beginningBytes: 8_192,
      wholeMilliseconds: 20,
      beginningMilliseconds: 5_000,
    });
    const [slow, next] = await Promise.all([
      impatient.read(new Uint8Array(heavy)),
      impatient.read(mailWith('', 'quick')),
    ]);
    await impatient.close();
    expect(slow).toMatchObject({ subject: 'Test', troubles: [expect.stringMatching(/took too long/)] });
    expect(next).toMatchObject({ text: 'quick' });
  });

  it('says of a mail whose beginning takes too long too that it is too heavy', async () => {
    const impatient = openMailThread({ ...MAIL_LIMITS, wholeMilliseconds: 0, beginningMilliseconds: 0 });
    expect(await impatient.read(new Uint8Array(heavy))).toMatchObject({ code: 'mail_too_heavy' });
    await impatient.close();
  });

  it.each([
    ['mail_empty', Buffer.from(' \r\n\r\n')],
    ['mail_not_mail', Buffer.from('89504e470d0a1a0a0000000d4948445200000001', 'hex')],
  ])('says %s of what is none', async (code, bytes) => {
    expect(await thread.read(bytes)).toMatchObject({ code, message: expect.stringMatching(/\.$/) });
  });

  it('reads words without a head as a mail', async () => {
    expect(await thread.read(Buffer.from('\r\nonly words'))).toMatchObject({
      text: expect.stringContaining('only words'),
    });
  });
});

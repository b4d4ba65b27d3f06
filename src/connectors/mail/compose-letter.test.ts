import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Letter } from '../../domain/deliveries/letter-of.ts';
import { MAIL_LIMITS } from '../../intake/mail/mail-limits.ts';
import { parseMail } from '../../intake/mail/parse-mail.ts';
import { composeLetter } from './compose-letter.ts';

const OURS = new Set([
  'from',
  'to',
  'subject',
  'message-id',
  'in-reply-to',
  'references',
  'auto-submitted',
  'list-unsubscribe',
  'list-unsubscribe-post',
  'content-transfer-encoding',
  'content-type',
  'date',
  'mime-version',
]);
/** Words that somebody would write who wants a head line of their own. */
const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(
        '\r\n',
        '\n',
        '\r',
        '\u2028',
        '\u0085',
        '\0',
        'Bcc: victim@x.test',
        '\r\n\r\n',
        '=?utf-8?q?=0D=0ABcc:_a?=',
        '<b@c>',
        ',',
        '"',
        ';',
      ),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(''));

describe('composeLetter', () => {
  it('writes no head line but ours, and to nobody but one, whatever stands in subject, names, ids and words', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({ subject: hostile, name: hostile, inReplyTo: hostile, reference: hostile, body: hostile }),
        fc.boolean(),
        async ({ subject, name, inReplyTo, reference, body }, isPersonal) => {
          const letter: Letter = {
            to: 'ann@blog.test',
            subject,
            body,
            inReplyTo,
            references: [reference],
            isAutomatic: !isPersonal,
            isPersonal,
          };
          const bytes = await composeLetter(letter, {
            sender: { name, address: 'us@shop.test' },
            messageId: 'id@shop.test',
            at: new Date(0),
            unsubscribeUrl: 'https://shop.test/unsubscribe/t',
          });
          const text = bytes.toString('latin1');
          const lines = text.slice(0, text.indexOf('\r\n\r\n')).split('\r\n');
          for (const line of lines) {
            if (/^[ \t]/.test(line)) continue;
            expect(OURS, line).toContain(line.slice(0, line.indexOf(':')).toLowerCase());
          }
          const read = await parseMail(bytes, MAIL_LIMITS);
          expect(read.from.address).toBe('us@shop.test');
          expect([...read.to, ...read.cc].map(({ address }) => address)).toEqual(['ann@blog.test']);
          expect(read.messageId).toBe('id@shop.test');
          expect(read.attachments).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('gives the subject back as it was, in any script', async () => {
    const subject = 'Ré: Grüße — 你好 🎁 مرحبا';
    const letter: Letter = {
      to: 'ann@blog.test',
      subject,
      body: 'Hi',
      inReplyTo: null,
      references: [],
      isAutomatic: false,
      isPersonal: true,
    };
    const bytes = await composeLetter(letter, {
      sender: { name: 'Müller & Söhne', address: 'us@shop.test' },
      messageId: 'id@shop.test',
      at: new Date('2026-03-02T10:00:00Z'),
      unsubscribeUrl: '',
    });
    const read = await parseMail(bytes, MAIL_LIMITS);
    expect(read).toMatchObject({
      subject,
      date: '2026-03-02T10:00:00.000Z',
      from: { name: 'Müller & Söhne' },
    });
    expect(read.headers).not.toHaveProperty('list-unsubscribe');
  });
});
